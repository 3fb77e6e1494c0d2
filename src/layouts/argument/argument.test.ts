import { expect, test } from 'vitest'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'

test('the text and its pull quote are in reading order', () => {
  const first = renderSample('nauda-planas')
  expect(first).toContain('data-pull="before"')
  expect(first.indexOf('Atnaujintame')).toBeLessThan(first.indexOf('Naujasis'))
  const second = renderSample('nauda-sausra')
  expect(second).toContain('data-pull="after"')
  expect(second.indexOf('Todėl')).toBeLessThan(second.indexOf('„pagrindinis'))
})

test('a conclusion is a step, and so is a quotation', () => {
  expect(['nauda-planas', 'nauda-sausra'].map((id) => countSampleSteps(renderSample(id)))).toEqual([1, 1])
})

test('one source has a singular heading, several a plural one, and none has no list', () => {
  expect(renderSample('nauda-planas')).toContain('<p>Šaltinis:</p>')
  expect(renderSample('nauda-sausra')).toContain('<p>Šaltiniai:</p>')
  expect(renderSample('nauda-planas', { fields: { sources: [] } })).not.toContain('class="sources')
})
