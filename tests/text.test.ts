import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import { writeText } from '../src/files/text/write-text.ts'
import type { MeasuredSlide } from '../src/measured/measured-slide.ts'
import { useBrowser } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { measureDeck } from './office.ts'
import { LINKS, normalise, readTalk } from './talk.ts'

const ids = Object.keys(deck.slides)
const visit = useBrowser()

/** Without the marks of lists and translations, and without addresses, which have a test of their own. */
function listWords(text: string): string[] {
  const words = normalise(text.replace(/[()]/g, '')).split(' ')
  return words.filter((word) => word !== '-' && word !== '' && !word.includes('/'))
}

describe.each(LANGUAGES)('the talk as text in %s', (language) => {
  let slides: readonly MeasuredSlide[]
  let text: string
  beforeAll(async () => {
    const { page } = await visit()
    slides = await measureDeck(page, deck, language)
    text = writeText({ deck, language, slides, notes: false })
  })

  test('has every line of every slide, in its order', () => {
    const parts = text.split('\n\n\n').slice(1)
    expect(parts).toHaveLength(ids.length)
    for (const [index, talk] of readTalk(language).entries()) {
      const [heading = '', ...blocks] = parts[index]?.split('\n\n') ?? []
      const words = blocks.filter((block) => !block.startsWith('['))
      const title = normalise(Object.values(deck.slides)[index]?.title[language] ?? '')
      expect(heading).toContain(title)
      expect(talk).toContain(title)
      // The heading says the title; the head of the file says the brand.
      const told = talk.replace(title, '').replace(index === 0 ? deck.brand : '', '')
      expect(listWords(words.join(' ')), `slide ${index + 1}`).toEqual(listWords(told))
    }
  })

  test('describes in brackets each picture that says more than the words beside it', () => {
    const parts = text.split('\n\n\n').slice(1)
    for (const [index, { pictures }] of slides.entries()) {
      for (const picture of pictures) expect(parts[index]).toContain(`[${normalise(picture)}]`)
    }
    expect(slides.flatMap(({ pictures }) => pictures).length).toBeGreaterThan(0)
  })

  test('has every address in full', () => {
    for (const link of LINKS) expect(text).toContain(link.replace(/^mailto:/, ''))
  })

  test('has no mark of Markdown and no non-breaking space', () => {
    expect(text).not.toMatch(/\*|\]\{|\u00a0/)
  })

  test('has the notes only when they are asked for', () => {
    const all = writeText({ deck, language, slides, notes: true })
    for (const { notes } of Object.values(deck.slides)) {
      const line = normalise(notes[language].markdown.split('\n')[1] ?? '')
      expect(normalise(text)).not.toContain(line)
      expect(normalise(all)).toContain(line)
    }
  })

  test('slides keep their numbers when only some are wanted', () => {
    const some = writeText({ deck, language, slides: slides.slice(-2, -1), notes: false })
    const titles = Object.values(deck.slides).map(({ title }) => title[language])
    expect(some).toContain(`${ids.length - 1}. ${titles.at(-2)}`)
    expect(some).not.toContain(titles.at(-1))
  })
})
