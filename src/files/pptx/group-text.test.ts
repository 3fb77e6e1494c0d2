import { expect, test } from 'vitest'
import { paragraph } from '../../../tests/measured-items.ts'
import { groupText, widthsOf } from './group-text.ts'

const sizes = (groups: ReturnType<typeof groupText>) => groups.map(({ length }) => length)

test('paragraphs of one cell, one below the other, are one box', () => {
  const [one, two] = [paragraph([[10, 200, 40]]), paragraph([[10, 180, 90]])]
  expect(sizes(groupText([one, two]))).toEqual([2])
})

test.each([
  ['another cell', { cell: 2 }],
  ['another alignment', { align: 'center' }],
  ['a title', { isTitle: true }],
  ['the slide master', { master: true }],
  ['another layer', { layer: 1 }],
  ['another edge', { flow: { left: 60, top: 0, right: 500, bottom: 100 } }],
] as const)('%s begins another box', (_what, changes) => {
  expect(sizes(groupText([paragraph([[10, 200, 40]]), paragraph([[10, 180, 90]], changes)]))).toEqual([1, 1])
})

test('text beside a box is not part of it', () => {
  expect(sizes(groupText([paragraph([[10, 200, 40]]), paragraph([[10, 180, 40]])]))).toEqual([1, 1])
})

test('paragraphs get separate boxes when no common width keeps their lines', () => {
  const narrow = paragraph([
    [10, 110, 40, 50],
    [10, 90, 70],
  ])
  expect(widthsOf(narrow)).toEqual({ least: 100, most: 150 })
  expect(sizes(groupText([narrow, paragraph([[10, 210, 120]])]))).toEqual([1, 1])
  expect(sizes(groupText([narrow, paragraph([[10, 130, 120]])]))).toEqual([2])
})

test('a name and its value, a word’s space apart, become one line of their row', () => {
  const row = { id: 9, cell: 1 }
  const above = paragraph([[10, 200, 40]])
  const [term, value] = [
    paragraph([[10, 60, 90]], { cell: 2, row }),
    paragraph([[70, 180, 90]], { cell: 3, row }),
  ]
  const [group] = groupText([above, term, value])
  expect(group?.[1]?.runs.map(({ text }) => text)).toEqual(['words ', 'words'])
  expect(group?.[1]?.lines).toEqual([{ left: 10, right: 180, baseline: 90, next: null }])
  const far = paragraph([[110, 180, 90]], { cell: 3, row })
  expect(sizes(groupText([above, term, far]))).toEqual([1, 1, 1])
})
