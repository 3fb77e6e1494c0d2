import path from 'node:path'
import { getPrinter } from '../browser/get-browser.ts'
import { withBrowser } from '../browser/with-browser.ts'
import type { TalkSource } from '../deck/deck.ts'
import { prepareForAudience } from '../deck/running-order.ts'
import { writeTogether } from '../disk/write-whole.ts'
import type { MadeFile, Wanted } from './order.ts'
import { formatTable, type Row } from './table.ts'

export interface RunOptions {
  readonly talk: TalkSource
  /** Chooses what to export, given the ids of the talk's slides. */
  readonly choose: (ids: readonly string[]) => Wanted
  /** The export folder; it is created if missing. */
  readonly folder: string
  readonly quiet: boolean
}

/** Makes and writes the files. Reports progress on stderr and prints the table on stdout. */
export async function runExport({ talk: source, choose, folder, quiet }: RunOptions): Promise<void> {
  const report = quiet ? () => {} : console.error
  const files: Row[] = []
  const onStart = (name: string) => report(`Making ${path.join(folder, name)} …`)
  await withBrowser({ report, get: getPrinter }, async (browser, end) => {
    // The browser starts while these modules load.
    const [loaded, { makeFiles }] = await Promise.all([source.load(), import('./make-files.ts')])
    const talk = prepareForAudience(loaded)
    const wanted = choose(Object.keys(talk.deck.slides))
    const onFile = (file: MadeFile) => files.push({ ...file, seconds: performance.now() / 1000 })
    await makeFiles({ talk, wanted, browser, onPrinted: end, onStart, onFile })
  })
  writeTogether(folder, files)
  if (!quiet) console.log(formatTable(folder, files))
}
