import { expect, test } from 'vitest'
import { paragraph } from '../../../tests/measured-items.ts'
import { anchorOf, areaOf, toParagraphs } from './place-text.ts'

test('a box is as wide as the area of its lines, and extends down to the next thing', () => {
  const { left, right, bottom } = areaOf([paragraph([[10, 200, 40]])], 300)
  expect([left, right]).toEqual([10, 501])
  expect(bottom).toBeLessThan(300)
  expect(bottom).toBeGreaterThan(290)
})

test('a width below what the next word needs keeps the line breaks', () => {
  const balanced = paragraph([
    [10, 110, 40, 50],
    [10, 90, 70],
  ])
  const { left, right } = areaOf([balanced], 0)
  expect(right - left).toBeGreaterThan(100)
  expect(right - left).toBeLessThan(150)
})

test('a centred box has the same middle as its lines', () => {
  const { left, right } = areaOf(
    [paragraph([[200, 300, 40]], { align: 'center', flow: { left: 0, top: 0, right: 500, bottom: 60 } })],
    0,
  )
  expect((left + right) / 2).toBeCloseTo(250)
})

test('text at the foot of a card stays there', () => {
  const text = [paragraph([[10, 100, 180]])]
  expect(anchorOf(text, { left: 0, top: 0, right: 200, bottom: 200 })).toBe('bottom')
  expect(anchorOf(text, { left: 0, top: 150, right: 200, bottom: 400 })).toBe('top')
})

test('the space between paragraphs stays', () => {
  const [one, two] = [paragraph([[10, 200, 40]]), paragraph([[10, 180, 95]])]
  const [first, second] = toParagraphs([one, two])
  expect(first?.before).toBe(0)
  expect(second?.before).toBeCloseTo(95 - 40 - 30)
})

test('neighbouring runs of one style become one run', () => {
  const [run] = paragraph([]).runs
  if (run === undefined) throw new Error('no run')
  const runs = [run, { ...run, text: '/more' }, { ...run, bold: true }]
  const [first] = toParagraphs([paragraph([[10, 200, 40]], { runs })])
  expect(first?.runs.map(({ text }) => text)).toEqual(['words/more', 'words'])
})
