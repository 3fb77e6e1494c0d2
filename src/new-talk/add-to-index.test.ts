import { expect, it } from 'vitest'
import { addToIndex } from './add-to-index.ts'

it('puts the talk after the first', () => {
  expect(addToIndex("/** Talks. */\nexport const TALKS = ['one', 'two'] as const\n", 'three')).toBe(
    "/** Talks. */\nexport const TALKS = ['one', 'three', 'two'] as const\n",
  )
})

it('writes a long list as the formatter does', () => {
  const names = Array.from({ length: 12 }, (_, index) => `talk-of-${2010 + index}`)
  const index = `export const TALKS = [${names.map((name) => `'${name}'`).join(', ')}] as const`
  const longer = addToIndex(index, 'next')
  expect(longer).toContain("[\n  'talk-of-2010',\n  'next',\n  'talk-of-2011',\n")
  expect(addToIndex(longer, 'last')).toContain("  'talk-of-2010',\n  'last',\n  'next',\n")
})

it('says how the list is written when there is none', () => {
  expect(() => addToIndex('export const talks = []', 'one')).toThrow('write it as: export const TALKS')
})
