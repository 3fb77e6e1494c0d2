/**
 * Cases that must not compile. `npm run types` compiles this file, and the compiler reports every expected
 * error that does not occur. None of this code runs.
 */

import type { Source } from '../src/deck/deck.ts'
import type { Localized } from '../src/deck/language.ts'
import { type Markdown, md } from '../src/deck/markdown.ts'
import type { Pull } from '../src/layouts/argument/argument.ts'
import type { LoopSlide } from '../src/layouts/loop/loop.ts'
import type { Member } from '../src/layouts/plates/plates.ts'
import type { Figure, Picture } from '../src/layouts/statement/statement.ts'
import { defineDeck, defineSlide } from '../src/slide.ts'

const title: Localized = { lt: 'Pavadinimas', en: 'Title' }
const text: Localized<Markdown> = { lt: md`Tekstas`, en: md`Text` }
const person = { givenName: 'Vardas', familyName: 'Pavardė' }
const base = { title, minutes: 1, notes: text }
const climate = { label: title, role: 'climate' } as const
const digital = { label: title, role: 'digital' } as const
const loop = { ...base, layout: 'loop', whole: text, alternative: title } as const
const before = { place: 'before', sentence: text } as const
const argument = { ...base, layout: 'argument', pull: before, sources: [] } as const
const column = { heading: title, points: [text] }
const table = { ...base, layout: 'table', heading: title, columns: [] } as const
const deck = {
  brand: 'A',
  association: title,
  title,
  description: title,
  fileName: title,
  author: 'A',
  network: { clusters: 8, companies: 8 },
}

/** Correct slides, which compile. */
export const right = defineSlide({ ...base, layout: 'cover', person })
defineSlide({ ...loop, halves: [climate, digital] })
defineSlide({ ...argument, text: { lt: [], en: [] } })
defineSlide({ ...base, layout: 'plates', members: [{ id: 'a', name: md`A` }] })
defineSlide({ ...base, layout: 'list', points: [{ text, points: [text] }], stepwise: true })
defineSlide({ ...base, layout: 'columns', columns: [column, column] })
defineSlide({ ...table, rows: [{ heading: title, cells: [1, null, title] }] })
defineDeck({ ...deck, minutes: 1, slides: { right } })

// @ts-expect-error: there is no such layout
defineSlide({ ...base, layout: 'gallery', person })

// @ts-expect-error: a slide has a layout
defineSlide({ ...base, person })

// @ts-expect-error: the title has no English
defineSlide({ ...base, layout: 'cover', person, title: { lt: 'Pavadinimas' } })

// @ts-expect-error: the notes have no Lithuanian
defineSlide({ ...base, layout: 'cover', person, notes: { en: md`Text` } })

// @ts-expect-error: the paragraphs have no English
defineSlide({ ...argument, text: { lt: [] } })

// @ts-expect-error: there is no such language
defineSlide({ ...base, layout: 'cover', person, title: { lt: 'A', en: 'A', de: 'A' } })

// @ts-expect-error: `minuts` is misspelt
defineSlide({ layout: 'cover', title, notes: text, person, minuts: 1 })

// @ts-expect-error: a cover has no sources
defineSlide({ ...base, layout: 'cover', person, sources: [] })

// @ts-expect-error: running text is Markdown, not a string
defineSlide({ ...base, layout: 'cover', person, notes: title })

// @ts-expect-error: there is no such scene
defineSlide({ ...base, layout: 'acts', acts: [{ scene: 'gallop', text }] })

// @ts-expect-error: a loop has two halves
defineSlide({ ...loop, halves: [climate] })

// @ts-expect-error: the halves have their order
export const swapped: LoopSlide['halves'] = [digital, climate]

// @ts-expect-error: a quotation comes after the text, a sentence before it
export const pull: Pull = { place: 'after', sentence: text }

// @ts-expect-error: an address is https
export const source: Source = { url: 'http://example.org' }

// @ts-expect-error: a figure counts clusters or companies
export const figure: Figure = { value: 12, label: title, role: 'climate' }

// @ts-expect-error: a picture says what it shows
export const picture: Picture = { kind: 'network' }

// @ts-expect-error: a Lithuanian description carries its translation
export const untranslated: Member = { id: 'a', name: md`A`, lang: 'lt' }

// @ts-expect-error: slides are data, and data do not change
right.minutes = 2

// @ts-expect-error: a deck says how long it takes
defineDeck({ ...deck, slides: { right } })

// @ts-expect-error: Markdown takes words and numbers, not a text in all languages
md`Text ${title}`

// @ts-expect-error: a list's point has its text in a field, beside the points below it
defineSlide({ ...base, layout: 'list', points: [text] })

// @ts-expect-error: what is below a point has no level below it
defineSlide({ ...base, layout: 'list', points: [{ text, points: [{ text }] }] })

// @ts-expect-error: there are two or three columns
defineSlide({ ...base, layout: 'columns', columns: [column] })

// @ts-expect-error: the words of a cell are in both languages
defineSlide({ ...table, rows: [{ heading: title, cells: ['A'] }] })
