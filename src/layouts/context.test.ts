import { expect, test } from 'vitest'
import { readableAddress } from '../markup/readable-address.ts'
import { renderAddress } from './context.ts'

test('an address is shown without scheme, www. and closing slash', () => {
  expect(readableAddress('https://www.linkedin.com/in/name/')).toBe('linkedin.com/in/name')
})

test('an address may break after a slash and links to the whole of it', () => {
  expect(renderAddress('https://www.a.example/b/c').markup).toBe(
    '<a class="address" href="https://www.a.example/b/c">a.example/<wbr>b/<wbr>c</a>',
  )
})
