import { describe, expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import { LINKS, normalise, readTalk } from '../../../tests/talk.ts'
import { LANGUAGES } from '../../slide.ts'
import { writeText } from './write-text.ts'

const slides = Object.keys(deck.slides)

describe.each(LANGUAGES)('the talk as text in %s', (language) => {
  const text = writeText({ deck, language, slides, notes: false })

  test('has every line of every slide, in its order', () => {
    const parts = text.split('\n\n\n').slice(1)
    expect(parts).toHaveLength(slides.length)
    for (const [index, talk] of readTalk(language).entries()) {
      const part = normalise(parts[index] ?? '')
      const words = talk.split(' ').filter((word) => !word.includes('/') && word !== deck.brand)
      expect(words.filter((word) => !part.includes(word))).toEqual([])
    }
  })

  test('has every address in full', () => {
    for (const link of LINKS) expect(text).toContain(link.replace(/^mailto:/, ''))
  })

  test('has no mark of Markdown and no non-breaking space', () => {
    expect(text).not.toMatch(/\*|\]\{|\u00a0/)
  })

  test('has the notes only when they are asked for', () => {
    const note = deck.slides['jojimas']?.notes[language].markdown.split('\n')[1] ?? ''
    expect(text).not.toContain(note)
    expect(writeText({ deck, language, slides, notes: true })).toContain(note)
  })
})

test('slides keep their numbers when only some are wanted', () => {
  const text = writeText({ deck, language: 'en', slides: ['jojimas'], notes: false })
  expect(text).toContain('8. Business today is like riding a horse')
  expect(text).not.toContain('Membership')
})
