import path from 'node:path'
import { CONSOLE_PAGE, NOTES_FILE, ORIGIN } from '../console/page/addresses.ts'
import { escapeHtml } from '../markup/html.ts'
import { describeFile, type StageFile } from './files.ts'

export function isConsole(file: Pick<StageFile, 'name'>): boolean {
  return path.posix.basename(file.name) === `${CONSOLE_PAGE}.html`
}

/** Whether only the speaker may get the file. */
export function isForSpeaker(file: Pick<StageFile, 'name'>): boolean {
  return file.name === NOTES_FILE || file.name.endsWith(`/${NOTES_FILE}`)
}

/**
 * Writes into a console's page the URL where others reach this host, with a closing slash; undefined: nobody
 * can. Throws when the page has no place for it.
 */
export function fillOrigin(file: StageFile, url: string | undefined): StageFile {
  const [before, after, ...more] = file.body.toString().split(` data-origin="${ORIGIN}"`)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file.name}: the page must hold data-origin="${ORIGIN}" exactly once`)
  }
  const origin = url === undefined ? '' : ` data-origin="${escapeHtml(url)}"`
  return describeFile({ name: file.name, body: Buffer.from(before + origin + after), packed: {} })
}
