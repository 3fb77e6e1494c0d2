import type { Browser } from 'puppeteer-core'
import type { Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language, localize } from '../deck/language.ts'
import { digest } from '../disk/digest.ts'
import { renderSlides } from '../page/render-slide.ts'
import { inlinePictures } from '../site/pictures/prepare-pictures.ts'
import {
  composeDocument,
  type Draft,
  draftHandout,
  draftSlides,
  type PrintDocument,
  prepareOfficeStyles,
  prepareStyles,
} from './documents.ts'
import { nameFile, namePicture } from './file-names.ts'
import { type Format, MEASURED_FORMATS } from './formats/formats.ts'
import { type FrameOptions, takeFrames } from './frames.ts'
import { listKeywords } from './keywords.ts'
import type { Order, Wanted } from './order.ts'
import { type MeasuredSlides, type Output, type PrintJob, printDocuments } from './print-documents.ts'
import { readSourceDate } from './source-date.ts'

interface MakeOptions extends Order {
  readonly talk: Talk
  /** The browser may still be starting. */
  readonly browser: Promise<Browser>
  /** Called when the browser is no longer needed. */
  readonly onPrinted?: (() => void) | undefined
}

/** Makes all wanted files in memory. Throws a one-line error that says what failed. */
export async function makeFiles(options: MakeOptions): Promise<void> {
  const date = await readSourceDate()
  const [browser, rows] = await Promise.all([options.browser, planPrint({ ...options, date })])
  await printDocuments({ ...options, scale: options.wanted.scale, browser, rows })
}

interface PlanOptions extends Pick<MakeOptions, 'talk' | 'wanted'> {
  readonly date: Date | undefined
}

/** The documents to print, by language, with the files to make of each. */
async function planPrint(options: PlanOptions): Promise<PrintJob[][]> {
  const { talk, wanted } = options
  const { deck, logos } = talk
  const wants = (format: Format) => wanted.formats.includes(format)
  // Rendered once for each language; all printed documents use it.
  const pictures = await inlinePictures(talk, 'print')
  const markup = localize((language) => renderSlides({ deck, language, logos, pictures }))
  const draft = (language: Language, what: Drafted) =>
    draftAll({ deck, language, markup: markup[language], ...what })
  // The whole deck's text, so that a file has the same glyphs and bytes whatever else is exported.
  const all = { slides: Object.keys(deck.slides), steps: 'last', notes: true } as const
  const drafts = LANGUAGES.flatMap((language) => Object.values(draft(language, all)))
  const common = await prepareStyles(deck, drafts)
  const isMeasured = MEASURED_FORMATS.some(({ name }) => wants(name))
  const office = isMeasured ? await prepareOfficeStyles(common, drafts) : undefined
  return wanted.languages.map((language) => {
    const { measured, handout, slides } = draft(language, wanted)
    const print = (what: Draft, format: 'pdf' | 'handout'): PrintJob => {
      const document = composeDocument(what, common)
      return { document, printed: wants(format) ? [planPdf(options, language, document, format)] : [] }
    }
    const pictures = slides.sheets.flat().map((frame) => namePicture(deck, language, frame))
    const jobs: PrintJob[] = []
    if (office !== undefined)
      jobs.push({ document: composeDocument(measured, office), measured: planMeasured(options, language) })
    if (wants('handout')) jobs.push(print(handout, 'handout'))
    // Last, as pictures are taken of the document that the page shows in the end.
    if (wants('png')) jobs.push({ ...print(slides, 'pdf'), pictures })
    else if (wants('pdf')) jobs.push(print(slides, 'pdf'))
    return jobs
  })
}

type Drafted = Pick<Wanted, 'slides' | 'steps' | 'notes'>

/**
 * A language's documents before fonts are cut for them. Only the slides document may have a frame for every
 * step.
 */
function draftAll(
  options: Drafted & Omit<FrameOptions, 'steps'>,
): Record<'measured' | 'handout' | 'slides', Draft> {
  const { deck, language, steps, notes } = options
  const frames = takeFrames({ ...options, steps: 'last' })
  const measured = draftSlides({ deck, language, frames })
  const handout = draftHandout({ deck, language, frames, notes })
  const slides = steps === 'last' ? measured : draftSlides({ deck, language, frames: takeFrames(options) })
  return { measured, handout, slides }
}

/** The wanted files that are written from measured slides. */
function planMeasured({ talk: { deck }, wanted, date }: PlanOptions, language: Language) {
  const formats = MEASURED_FORMATS.filter(({ name }) => wanted.formats.includes(name))
  return formats.map(
    (format): Output<MeasuredSlides> => ({
      name: nameFile(deck, language, format.name),
      async make(slides) {
        const content = { deck, language, slides, notes: wanted.notes }
        return { pages: slides.length, bytes: await format.make(content, date) }
      },
    }),
  )
}

function planPdf(
  { talk: { deck }, date }: PlanOptions,
  language: Language,
  { title, html, sheets, scale }: PrintDocument,
  format: 'pdf' | 'handout',
): Output<Uint8Array> {
  // It loads while the browser gets ready.
  const loading = import('../pdf/finish-pdf.ts')
  return {
    name: nameFile(deck, language, format),
    async make(printed) {
      const { finishPdf } = await loading
      const bytes = await finishPdf(printed, {
        title,
        author: deck.author,
        description: deck.description[language],
        keywords: listKeywords(deck, language),
        language,
        sheets,
        scale,
        labels: format === 'pdf' ? sheets.map(labelSheet) : undefined,
        date,
        fingerprint: digest(html).slice(0, 32),
      })
      return { pages: sheets.length, bytes }
    },
  }
}

/**
 * Labels a page with its slide's own number, so that a reader's „page 8“ is slide 8 even when only some are
 * printed.
 */
function labelSheet([frame]: PrintDocument['sheets'][number]): string {
  if (frame === undefined) return ''
  return frame.step === undefined ? `${frame.number}` : `${frame.number}.${frame.step}`
}
