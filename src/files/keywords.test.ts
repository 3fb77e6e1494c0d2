import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { readTalk } from '../../tests/talk.ts'
import { LANGUAGES } from '../deck/language.ts'
import { listKeywords } from './keywords.ts'

test.each(LANGUAGES)('keywords are words of the talk (%s), each once', (language) => {
  const keywords = listKeywords(deck, language)
  const talk = [deck.association[language], ...readTalk(language)].join(' ').toLocaleLowerCase(language)
  for (const keyword of keywords) expect(talk).toContain(keyword.toLocaleLowerCase(language))
  expect(new Set(keywords).size).toBe(keywords.length)
  expect(keywords).toContain(deck.brand)
})
