import type { Browser } from 'puppeteer'
import { readSound } from '../site/compose.ts'
import type { Deck } from '../slide.ts'
import { nameFile } from './file-names.ts'
import type { MadeFile } from './made-file.ts'
import type { Wanted } from './options.ts'
import { planPrint } from './plan-print.ts'
import { printDocuments } from './print-documents.ts'
import { readSourceDate } from './source-date.ts'

export interface MakeOptions {
  readonly deck: Deck
  readonly wanted: Wanted
  /** May still be starting. Undefined where no format needs one. */
  readonly browser: Promise<Browser> | undefined
  /** Called when the browser is needed no more. */
  readonly onPrinted?: (() => void) | undefined
  /** Gets each file's name when its turn comes. */
  readonly onStart: (name: string) => void
  /** Gets each file as soon as it is made. */
  readonly onFile: (file: MadeFile) => void
}

/** Makes all that is wanted, in memory. Throws one line that says what failed. */
export async function makeFiles(options: MakeOptions): Promise<void> {
  const { deck } = options
  const logos = await readSound(deck)
  const date = await readSourceDate()
  if (options.browser === undefined) return writeFiles(options, date)
  const [browser, rows] = await Promise.all([options.browser, planPrint({ ...options, logos, date })])
  const meanwhile = () => writeFiles(options, date)
  await printDocuments({ ...options, browser, rows, meanwhile })
}

/** What is written from the slides' data alone. */
async function writeFiles(
  { deck, wanted, onStart, onFile }: MakeOptions,
  date: Date | undefined,
): Promise<void> {
  const { slides, notes } = wanted
  const make = async (name: string, write: () => Promise<Uint8Array>) => {
    onStart(name)
    onFile({ name, pages: slides.length, bytes: await write() })
  }
  for (const language of wanted.languages) {
    const content = { deck, language, slides, notes }
    if (wanted.formats.includes('pptx')) {
      await make(nameFile(deck, language, 'pptx'), async () => {
        const [{ presentDeck }, { writePptx }] = await Promise.all([
          import('./pptx/present.ts'),
          import('./pptx/write-pptx.ts'),
        ])
        return writePptx(presentDeck(content), date)
      })
    }
    if (wanted.formats.includes('txt')) {
      await make(nameFile(deck, language, 'txt'), async () => {
        const { writeText } = await import('./text/write-text.ts')
        return new TextEncoder().encode(writeText(content))
      })
    }
  }
}
