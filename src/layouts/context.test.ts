import { expect, test } from 'vitest'
import { renderAddress } from './context.ts'

test('an address is shown without scheme, www. and closing slash, and may break after a slash', () => {
  expect(renderAddress('https://www.a.example/b/c/').markup).toBe(
    '<a class="address" href="https://www.a.example/b/c/">a.example/<wbr>b/<wbr>c</a>',
  )
})
