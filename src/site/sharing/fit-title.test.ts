import { expect, it } from 'vitest'
import { fitTitle } from './fit-title.ts'

/** A font whose letters are all half an em wide. */
const box = {
  measure: (line: string) => line.length / 2,
  width: 600,
  height: 300,
  lineHeight: 1,
  largest: 120,
}

it('sets a short title as large as it may be, and keeps a long one in its box', () => {
  expect(fitTitle('Bendrystė', box)).toEqual({ size: 120, lines: ['Bendrystė'] })
  const long = fitTitle('Sodininkystė šiandien yra kaip žygis raitomis', box)
  expect(long.size).toBeLessThan(120)
  expect(long.lines.join(' ')).toBe('Sodininkystė šiandien yra kaip žygis raitomis')
  for (const line of long.lines) expect(box.measure(line) * long.size).toBeLessThanOrEqual(600)
  expect(long.lines.length * long.size).toBeLessThanOrEqual(300)
})

it('makes lines as even as possible, and never breaks at a non-breaking space', () => {
  expect(fitTitle('aaaa bbbb cc', { ...box, height: 260 }).lines).toEqual(['aaaa', 'bbbb cc'])
  expect(fitTitle('a\u00a0bbbbbb cccccc', box).lines[0]).toBe('a\u00a0bbbbbb')
})

it('says which title is too long for a picture', () => {
  expect(() => fitTitle('a'.repeat(99), box)).toThrow('does not fit its picture')
})
