import type { SlideBase } from '../../deck/deck.ts'
import type { Language } from '../../deck/language.ts'
import { splitRuns } from '../../markup/markdown.ts'
import { typeset } from '../../markup/typeset.ts'
import { findLocale } from '../../strings/strings.ts'
import type { Content } from '../formats/measured-format.ts'
import { listKeywords } from '../keywords.ts'
import { findMasters } from './masters.ts'
import type { Item, Presentation } from './model.ts'
import { placeSlide } from './place-slide.ts'

/** The slides as native objects, with the deck's own data. */
export function presentDeck({ deck, language, slides, notes }: Content): Presentation {
  const placed = slides.map((measured) => ({ measured, placed: placeSlide(measured) }))
  const masters = findMasters(placed)
  return {
    title: deck.title[language],
    author: deck.author,
    company: deck.association[language],
    subject: deck.description[language],
    keywords: listKeywords(deck, language),
    lang: findLocale(language),
    masters: [...new Set(masters)],
    slides: placed.flatMap(({ measured: { id }, placed: { title, items } }, index) => {
      const [slide, master] = [deck.slides[id], masters[index]]
      if (slide === undefined || master === undefined) throw new Error(`the deck has no slide "${id}"`)
      const texts = title.paragraphs.flatMap(({ runs }) => runs)
      return [
        {
          id,
          master,
          title: typeset(slide.title[language]),
          titleRuns: texts,
          items: nameApart(items),
          notes: notes ? listNotes(slide, language) : [],
        },
      ]
    }),
  }
}

function listNotes({ notes }: SlideBase, language: Language): string[] {
  return notes[language].markdown.split('\n').map((markdown) =>
    splitRuns({ markdown })
      .map(({ text }) => text)
      .join(''),
  )
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
