import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import type { Browser } from 'puppeteer'
import type { Html } from '../render/html.ts'
import { renderSlides } from '../render/slide.ts'
import { readSound } from '../site/compose.ts'
import { type Deck, LANGUAGES, type Language, type Localized } from '../slide.ts'
import {
  composeDocument,
  type Draft,
  draftHandout,
  draftSlides,
  type PrintDocument,
  prepareLook,
} from './documents.ts'
import { nameFile, namePicture } from './file-names.ts'
import { type FrameOptions, takeFrames } from './frames.ts'
import { listKeywords } from './keywords.ts'
import type { ExportOptions } from './options.ts'
import { type PrintJob, printDocuments } from './print-documents.ts'
import { readSourceDate } from './source-date.ts'

// The font cutter runs for a few milliseconds; V8 would spend ten times that on optimising its WebAssembly.
setFlagsFromString('--liftoff-only')

/** A file that is whole, but not written yet. */
export interface MadeFile {
  /** With its folder, from the one that is exported to. */
  readonly name: string
  /** Pages, slides or pictures. */
  readonly pages: number
  readonly bytes: Uint8Array
}

export type Wanted = Pick<ExportOptions, 'languages' | 'formats' | 'slides' | 'steps' | 'scale' | 'notes'>

export interface MakeOptions {
  readonly deck: Deck
  readonly wanted: Wanted
  /** May still be starting; it is closed here as soon as it has printed. Undefined where no format needs one. */
  readonly browser: Promise<Browser> | undefined
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
  await printDocuments({ browser, rows, meanwhile, onStart: options.onStart })
}

interface PlanOptions extends MakeOptions {
  readonly logos: ReadonlyMap<string, string>
  readonly date: Date | undefined
}

/** The documents to print, by language, and what becomes of each. */
async function planPrint(options: PlanOptions): Promise<PrintJob[][]> {
  const { deck, logos, wanted, onFile } = options
  const { formats } = wanted
  // Once a language: all that is printed is made of it.
  const render = (language: Language) => renderSlides({ deck, language, logos })
  const markup: Localized<Html[]> = { lt: render('lt'), en: render('en') }
  const draft = (language: Language, what: Drafted) =>
    draftBoth({ deck, language, markup: markup[language], ...what })
  // All that the deck can say: a file has the same glyphs, and so the same bytes, whatever is made beside it.
  const all = { slides: Object.keys(deck.slides), steps: 'last', notes: true } as const
  const text = LANGUAGES.flatMap((language) => draft(language, all))
  const look = await prepareLook(text.map(({ draft }) => draft))
  const isWanted = ({ format }: Plan) =>
    format === 'handout' ? formats.includes(format) : formats.includes('pdf') || formats.includes('png')
  const plan = ({ language, format, draft }: Plan): PrintJob => {
    const document = composeDocument(draft, look)
    const pdf = planPdf(options, { language, document, format })
    if (format === 'handout') return { document, pdf }
    const names = document.sheets.flat().map((frame) => namePicture(deck, language, frame))
    const take = (name: string, bytes: Uint8Array) => onFile({ name, pages: 1, bytes })
    return {
      document,
      ...(formats.includes('pdf') && { pdf }),
      ...(formats.includes('png') && { pictures: { names, scale: wanted.scale, take } }),
    }
  }
  return wanted.languages.map((language) => draft(language, wanted).filter(isWanted).map(plan))
}

interface Plan {
  readonly language: Language
  readonly format: 'pdf' | 'handout'
  readonly draft: Draft
}

type Drafted = Pick<Wanted, 'slides' | 'steps' | 'notes'>

/** A language's handout and, last, its slides, of which pictures may be taken. */
function draftBoth(options: Drafted & Omit<FrameOptions, 'steps'>): Plan[] {
  const { deck, language, steps, notes } = options
  const frames = takeFrames({ ...options, steps: 'last' })
  const slides = steps === 'last' ? frames : takeFrames(options)
  return [
    { language, format: 'handout', draft: draftHandout({ deck, language, frames, notes }) },
    { language, format: 'pdf', draft: draftSlides({ deck, language, frames: slides }) },
  ]
}

interface PdfPlan {
  readonly language: Language
  readonly document: PrintDocument
  readonly format: 'pdf' | 'handout'
}

function planPdf({ deck, date, onFile }: PlanOptions, { language, document, format }: PdfPlan) {
  const name = nameFile(deck, language, format)
  return {
    name,
    async prepare() {
      const { finishPdf } = await import('./pdf/finish-pdf.ts')
      return async (printed: Uint8Array): Promise<void> => {
        const bytes = await finishPdf(printed, {
          title: deck.title[language],
          author: deck.author,
          description: deck.description[language],
          keywords: listKeywords(deck, language),
          language,
          sheets: document.sheets,
          labels: format === 'pdf' ? document.sheets.map(labelSheet) : undefined,
          date,
          fingerprint: createHash('sha256').update(document.html).digest('hex').slice(0, 32),
        })
        onFile({ name, pages: document.sheets.length, bytes })
      }
    },
  }
}

/** The slide's own number, so that a reader's „page 8“ is slide 8 even when only some are printed. */
function labelSheet([frame]: PrintDocument['sheets'][number]): string {
  if (frame === undefined) return ''
  return frame.step === undefined ? `${frame.number}` : `${frame.number}.${frame.step}`
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
