import path from 'node:path'
import { escapeHtml } from '../markup/html.ts'
import { describeFile, type StageFile } from './files.ts'

/** The console's page beside a language's own, `presenter.html`: its address has no closing slash. */
export const CONSOLE = 'presenter'
/** The notes' file beside the console. */
export const NOTES = 'presenter/notes.json'
/** Stands in the built page for what only a start knows. */
export const ORIGIN = '{origin}'

export function isConsole(file: Pick<StageFile, 'name'>): boolean {
  return path.posix.basename(file.name) === `${CONSOLE}.html`
}

/** Whether only the speaker may have it. */
export function isForSpeaker(file: Pick<StageFile, 'name'>): boolean {
  return file.name === NOTES || file.name.endsWith(`/${NOTES}`)
}

/**
 * Tells a console's page where others reach this host (an address with a closing slash), or that nobody does. Throws
 * when the page has no place for it.
 */
export function fillOrigin(file: StageFile, url: string | undefined): StageFile {
  const [before, after, ...more] = file.body.toString().split(` data-origin="${ORIGIN}"`)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file.name}: the console has not one place for its origin`)
  }
  const origin = url === undefined ? '' : ` data-origin="${escapeHtml(url)}"`
  return describeFile({ name: file.name, body: Buffer.from(before + origin + after), packed: {} })
}
