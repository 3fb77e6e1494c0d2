import { expect, test } from 'vitest'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'

test('each act is a step, its scene and its text together', () => {
  const markup = renderSample('zygis')
  expect(countSampleSteps(markup)).toBe(3)
  for (const index of [0, 1, 2]) {
    expect(markup.match(new RegExp(`fragment" data-fragment-index="${index}"`, 'g'))).toHaveLength(2)
  }
})

test('scenes are hidden from screen readers; the text tells the story', () => {
  expect(renderSample('zygis').match(/<div class="ground" aria-hidden="true">/g)).toHaveLength(3)
})
