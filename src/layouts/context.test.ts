import { expect, test } from 'vitest'
import { renderSample } from '../../tests/render-sample.ts'
import { renderAddress } from './context.ts'

test('an address is shown without scheme, www. and closing slash, and may break after a slash', () => {
  expect(renderAddress('https://www.a.example/b/c/').markup).toBe(
    '<a class="address" href="https://www.a.example/b/c/">a.example/<wbr>b/<wbr>c</a>',
  )
})

test('a title keeps a number and its ending on one line, and its link says both as they are', () => {
  const markup = renderSample('bendrija', { fields: { title: { lt: 'Ko laukti 2027-aisiais', en: '' } } })
  expect(markup).toContain('Ko laukti <span class="unbroken">2027-aisiais</span></h2>')
  expect(markup).toMatch(/aria-label="[^"]*Ko laukti 2027-aisiais/)
})
