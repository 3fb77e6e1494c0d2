import path from 'node:path'
import { getPrinter } from '../browser/get-browser.ts'
import { withBrowser } from '../browser/with-browser.ts'
import { describeFailure } from '../cli/describe-failure.ts'
import { UsageError } from '../cli/usage-error.ts'
import type { TalkSource } from '../deck/deck.ts'
import { writeTogether } from '../disk/write-whole.ts'
import type { Format } from './formats/formats.ts'
import type { MadeFile } from './made-file.ts'
import { HELP, parseOptions } from './options.ts'
import { formatTable, type Row } from './table.ts'

export interface RunOptions {
  /** Takes the talk from the command line. */
  readonly choose: (args: readonly string[]) => {
    readonly talk: TalkSource
    readonly args: readonly string[]
  }
  /** What is made when the command line names no format. */
  readonly formats?: readonly Format[]
}

/** `npm run export` and its short form: says what it does on stderr, the table on stdout, and sets the exit code. */
export async function runExport(options: RunOptions): Promise<void> {
  try {
    await run(options)
  } catch (error) {
    console.error(await describeFailure(error))
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

async function run({ choose, formats }: RunOptions): Promise<void> {
  const { talk: source, args } = choose(process.argv.slice(2))
  const talk = await source.load()
  const options = parseOptions(args, talk.deck, formats)
  if (options.help) return console.log(HELP)
  const report = options.quiet ? () => {} : console.error
  const rows: Row[] = []
  const files: MadeFile[] = []
  const onFile = (file: MadeFile) => {
    files.push(file)
    const row = { file: path.join(options.folder, file.name), pages: file.pages, bytes: file.bytes.length }
    rows.push({ ...row, seconds: performance.now() / 1000 })
  }
  const onStart = (name: string) => report(`Making ${path.join(options.folder, name)} …`)
  await withBrowser({ report, get: getPrinter }, async (browser, end) => {
    // The browser starts while this loads.
    const { makeFiles } = await import('./make-files.ts')
    await makeFiles({ talk, wanted: options, browser, onPrinted: end, onStart, onFile })
  })
  writeTogether(options.folder, files)
  if (!options.quiet) console.log(formatTable(rows))
}
