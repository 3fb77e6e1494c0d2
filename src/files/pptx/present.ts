import { splitRuns } from '../../markup/markdown.ts'
import { typeset } from '../../markup/typeset.ts'
import type { MeasuredSlide } from '../../measured/measured-slide.ts'
import { findLocale } from '../../strings/strings.ts'
import type { Content } from '../formats/measured-format.ts'
import { listKeywords } from '../keywords.ts'
import type { Item, Master, Presentation } from './model.ts'
import { type PlacedSlide, placeSlide } from './place-slide.ts'

/** The slides as native objects, with the deck's own data. */
export function presentDeck({ deck, language, slides, notes }: Content): Presentation {
  const masters = new Map<string, Master>()
  return {
    title: deck.title[language],
    author: deck.author,
    company: deck.association[language],
    subject: deck.description[language],
    keywords: listKeywords(deck, language),
    lang: findLocale(language),
    slides: slides.map((measured) => {
      const { id } = measured
      const slide = deck.slides[id]
      if (slide === undefined) throw new Error(`the deck has no slide "${id}"`)
      const placed = placeSlide(measured)
      const lines = slide.notes[language].markdown.split('\n').map((markdown) => splitRuns({ markdown }))
      return {
        id,
        master: findMaster(masters, measured, placed),
        title: typeset(slide.title[language]),
        titleRuns: placed.title.paragraphs.flatMap(({ runs }) => runs),
        items: nameApart([...placed.behind, ...placed.items]),
        behind: placed.behind.length,
        notes: notes ? lines.map((runs) => runs.map(({ text }) => text).join('')) : [],
      }
    }),
  }
}

/** Slides that have the same layout in the deck and the same title style and position share a layout. */
function findMaster(
  masters: Map<string, Master>,
  { layout, ground }: MeasuredSlide,
  { title, master: items, number }: PlacedSlide,
): Master {
  const { left, top, right } = title.area
  const [paragraph] = title.paragraphs
  const { size, bold, tracking, color } = paragraph?.runs[0] ?? {}
  const style = [paragraph?.align, paragraph?.spacing, size, bold, tracking, color]
  const place = [left, top, right].map(Math.round)
  const key = `${layout} ${JSON.stringify([ground, place, style, items, number !== undefined])}`
  const count = [...masters.keys()].filter((known) => known.startsWith(`${layout} `)).length
  const own = `${layout.slice(0, 1).toUpperCase()}${layout.slice(1).replaceAll('-', ' ')}`
  const name = count === 0 ? own : `${own} ${count + 1}`
  const master = masters.get(key) ?? { name, ground, title, items, number }
  masters.set(key, master)
  return master
}

/** Gives all objects of a slide different names, and none the title's. */
function nameApart(items: readonly Item[]): Item[] {
  const taken = new Set(['Title'])
  return items.map((item) => {
    let name = item.name
    for (let count = 2; taken.has(name); count += 1) name = `${item.name} ${count}`
    taken.add(name)
    return { ...item, name }
  })
}
