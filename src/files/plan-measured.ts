import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { parseMeasured } from '../measured/measured-slide.ts'
import { nameFile } from './file-names.ts'
import type { MadeFile } from './made-file.ts'
import type { Wanted } from './options.ts'
import type { PresentOptions } from './pptx/present.ts'
import type { MeasuredFile } from './print-documents.ts'
import type { TextOptions } from './text/write-text.ts'

interface MeasuredOptions {
  readonly deck: Deck
  readonly wanted: Wanted
  readonly date: Date | undefined
  /** Gets each file's name when its turn comes. */
  readonly onStart: (name: string) => void
  /** Gets each file as soon as it is made. */
  readonly onFile: (file: MadeFile) => void
}

/** PowerPoint and plain text, which are written from what the page tells of its slides. */
export function planMeasured(options: MeasuredOptions, language: Language): MeasuredFile[] {
  const { deck, wanted, date, onStart, onFile } = options
  const formats = (['pptx', 'txt'] as const).filter((format) => wanted.formats.includes(format))
  return formats.map((format) => {
    const name = nameFile(deck, language, format)
    return {
      name,
      async write(measured) {
        onStart(name)
        const slides = parseMeasured(measured)
        const content = { deck, language, slides, notes: wanted.notes }
        const bytes = await WRITERS[format](content, date)
        onFile({ name, pages: slides.length, bytes })
      },
    }
  })
}

type Content = PresentOptions & TextOptions

const WRITERS = {
  async pptx(content: Content, date: Date | undefined): Promise<Uint8Array> {
    const [{ presentDeck }, { writePptx }] = await Promise.all([
      import('./pptx/present.ts'),
      import('./pptx/write-pptx.ts'),
    ])
    return writePptx(presentDeck(content), date)
  },
  async txt(content: Content): Promise<Uint8Array> {
    const { writeText } = await import('./text/write-text.ts')
    return new TextEncoder().encode(writeText(content))
  },
}
