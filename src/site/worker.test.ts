import { expect, it } from 'vitest'
import { textFile } from '../disk/memory-file.ts'
import { listPrecached, writePrecached } from './worker.ts'

const files = [
  'index.html',
  'en/index.html',
  'assets/a-1.js',
  '404.html',
  's/a/index.html',
  'a.pdf',
  'icons/512.png',
]

it('keeps the pages and what they load, each by its digest', () => {
  const kept = listPrecached(files.map((name) => textFile(name, name)))
  expect(kept.map(({ url }) => url)).toEqual(['assets/a-1.js', 'en/index.html', 'index.html'])
  expect(kept.map(({ revision }) => revision !== null)).toEqual([false, true, true])
  expect(new Set(kept.map(({ integrity }) => integrity)).size).toBe(3)
})

it('writes the list in place of the placeholder', () => {
  expect(writePrecached('keep(__DECK_FILES__)', [])).toBe('keep([])')
  for (const code of ['keep()', '__DECK_FILES__ __DECK_FILES__']) {
    expect(() => writePrecached(code, [])).toThrow('the worker has not one __DECK_FILES__')
  }
})
