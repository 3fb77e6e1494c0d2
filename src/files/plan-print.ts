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
  prepareLook,
  prepareOfficeLook,
} from './documents.ts'
import { nameFile, namePicture } from './file-names.ts'
import { MEASURED_FORMATS } from './formats/formats.ts'
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

/** The documents to print, by language, and what becomes of each. */
export async function planPrint(options: PlanOptions): Promise<PrintJob[][]> {
  const { deck, logos, wanted, onFile } = options
  const { formats } = wanted
  // Once a language: all that is printed is made of it.
  const render = (language: Language) => renderSlides({ deck, language, logos })
  const markup = localize(render)
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
  const office = MEASURED_FORMATS.some(({ name }) => formats.includes(name))
    ? await prepareOfficeLook(look)
    : undefined
  return wanted.languages.map((language) => {
    const jobs = draft(language, wanted).filter(isWanted).map(plan)
    if (office === undefined) return jobs
    const frames = takeFrames({
      deck,
      language,
      markup: markup[language],
      slides: wanted.slides,
      steps: 'last',
    })
    const document = composeDocument(draftSlides({ deck, language, frames }), office)
    return [{ document, measured: planMeasured(options, language) }, ...jobs]
  })
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

/** The slide's own number, so that a reader's „page 8“ is slide 8 even when only some are printed. */
function labelSheet([frame]: PrintDocument['sheets'][number]): string {
  if (frame === undefined) return ''
  return frame.step === undefined ? `${frame.number}` : `${frame.number}.${frame.step}`
}
