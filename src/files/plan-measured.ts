import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { nameFile } from './file-names.ts'
import { MEASURED_FORMATS } from './formats/formats.ts'
import type { Order } from './made-file.ts'
import type { MeasuredFile } from './print-documents.ts'

interface MeasuredOptions extends Order {
  readonly deck: Deck
  readonly date: Date | undefined
}

/** The wanted files that are written from measured slides. */
export function planMeasured(options: MeasuredOptions, language: Language): MeasuredFile[] {
  const { deck, wanted, date, onStart, onFile } = options
  const formats = MEASURED_FORMATS.filter((format) => wanted.formats.includes(format.name))
  return formats.map((format) => {
    const name = nameFile(deck, language, format.name)
    return {
      name,
      async write(slides) {
        onStart(name)
        const bytes = await format.make({ deck, language, slides, notes: wanted.notes }, date)
        onFile({ name, pages: slides.length, bytes })
      },
    }
  })
}
