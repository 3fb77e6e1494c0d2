import { createHash } from 'node:crypto'
import type { Deck } from '../deck/deck.ts'
import { LANGUAGES, type Language, localize } from '../deck/language.ts'
import { renderSlides } from '../page/render-slide.ts'
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
import type { Order } from './made-file.ts'
import type { Wanted } from './options.ts'
import { planMeasured } from './plan-measured.ts'
import type { PrintJob } from './print-documents.ts'

interface PlanOptions extends Order {
  readonly deck: Deck
  readonly logos: ReadonlyMap<string, string>
  readonly date: Date | undefined
}

/** The documents to print, by language, with the files to make of each. */
export async function planPrint(options: PlanOptions): Promise<PrintJob[][]> {
  const { deck, logos, wanted } = options
  const wants = (...formats: Format[]) => formats.some((format) => wanted.formats.includes(format))
  // Rendered once for each language; all printed documents use it.
  const markup = localize((language) => renderSlides({ deck, language, logos }))
  const draft = (language: Language, what: Drafted) =>
    draftAll({ deck, language, markup: markup[language], ...what })
  // The whole deck's text, so that a file has the same glyphs and bytes whatever else is exported.
  const all = { slides: Object.keys(deck.slides), steps: 'last', notes: true } as const
  const common = await prepareStyles(LANGUAGES.flatMap((language) => Object.values(draft(language, all))))
  const isMeasured = wants(...MEASURED_FORMATS.map(({ name }) => name))
  const office = isMeasured ? await prepareOfficeStyles(common) : undefined
  return wanted.languages.map((language) => {
    const { measured, handout, slides } = draft(language, wanted)
    const jobs: PrintJob[] = []
    if (office !== undefined) {
      jobs.push({ document: composeDocument(measured, office), measured: planMeasured(options, language) })
    }
    if (wants('handout')) {
      const document = composeDocument(handout, common)
      jobs.push({ document, pdf: planPdf(options, { language, document, format: 'handout' }) })
    }
    if (wants('pdf', 'png')) {
      // Last, as pictures are taken of the document that the page shows in the end.
      const document = composeDocument(slides, common)
      jobs.push({
        document,
        ...(wants('pdf') && { pdf: planPdf(options, { language, document, format: 'pdf' }) }),
        ...(wants('png') && { pictures: planPictures(options, { language, document }) }),
      })
    }
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

interface DocumentPlan {
  readonly language: Language
  readonly document: PrintDocument
}

function planPictures({ deck, wanted, onFile }: PlanOptions, { language, document }: DocumentPlan) {
  return {
    names: document.sheets.flat().map((frame) => namePicture(deck, language, frame)),
    scale: wanted.scale,
    take: (name: string, bytes: Uint8Array) => onFile({ name, pages: 1, bytes }),
  }
}

interface PdfPlan extends DocumentPlan {
  readonly format: 'pdf' | 'handout'
}

function planPdf({ deck, date, onFile }: PlanOptions, { language, document, format }: PdfPlan) {
  const name = nameFile(deck, language, format)
  return {
    name,
    async prepare() {
      const { finishPdf } = await import('../pdf/finish-pdf.ts')
      return async (printed: Uint8Array): Promise<void> => {
        const bytes = await finishPdf(printed, {
          title: document.title,
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

/**
 * Labels a page with its slide's own number, so that a reader's „page 8“ is slide 8 even when only some are
 * printed.
 */
function labelSheet([frame]: PrintDocument['sheets'][number]): string {
  if (frame === undefined) return ''
  return frame.step === undefined ? `${frame.number}` : `${frame.number}.${frame.step}`
}
