import { expect, test } from 'vitest'
import { checkHeight, countLines } from './check-height.ts'

test('lines end between words, and within a word that is longer than a line', () => {
  expect(countLines('aaaa bbbb', 9)).toBe(1)
  expect(countLines('aaaa bbbb', 8)).toBe(2)
  expect(countLines('a'.repeat(40), 16)).toBe(3)
  expect(countLines(`a ${'b'.repeat(17)} c`, 16)).toBe(3)
})

test('marks of Markdown take no room', () => {
  expect(countLines('**aa** [bb]{.climate} [cc](https://a.example/long/path)', 8)).toBe(1)
})

test('a title of two lines leaves less room', () => {
  const faults = (title: string) => checkHeight('the points', { lt: 'A', en: title }, () => 36)
  expect(faults('A')).toEqual([])
  expect(faults('word '.repeat(12))).toEqual([
    "the points (en) need 111 % of the slide's height; shorten them or make it two slides.",
  ])
})
