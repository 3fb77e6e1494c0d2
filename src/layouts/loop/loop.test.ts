import { expect, test } from 'vitest'
import deck from '../../../tests/fixtures/slides/sample/deck.ts'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'
import { findLayout } from '../index.ts'

test('each of the talk’s clusters is on the loop, which is one step', () => {
  const markup = renderSample('kaita')
  expect(markup.match(/class="cluster role-(climate|digital)"/g)).toHaveLength(12)
  expect(countSampleSteps(markup)).toBe(1)
})

test('a file is found by the words of both halves', () => {
  const slide = deck.slides['kaita']
  if (slide === undefined) throw new Error('the sample talk has no loop')
  expect(findLayout(slide)?.listKeywords?.(slide, 'en')).toEqual([
    'How city gardens change',
    'Clean air',
    'Smart care',
  ])
})
