import { expect, test } from 'vitest'
import { md } from '../deck/markdown.ts'
import { findLinks, renderInline } from './markdown.ts'

test('strong words, emphasis and spans become HTML', () => {
  const text = md`**12** *[double greening]{lang=en}*, [klimato **neutralumo**]{.climate}`
  expect(renderInline(text).markup).toBe(
    '<strong>12</strong> <em><span lang="en">double greening</span></em>, <span class="role-climate">klimato <strong>neutralumo</strong></span>',
  )
})

test('raw HTML is text', () => {
  expect(renderInline(md`<script>alert(1)</script>`).markup).toBe('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.org', '//example.org'])(
  'a link to %s stops the build',
  (url) => {
    expect(() => renderInline({ markdown: `[x](${url})` })).toThrow(/neither https:, mailto: nor a slide/)
  },
)

test('an unknown role names the ones there are', () => {
  expect(() => renderInline(md`[x]{.red}`)).toThrow(/\{\.red\}; it takes one of \.clusters, .*lang=en/)
})

test('links are found in order', () => {
  expect(findLinks(md`[a](https://a.example/) ir [b](#pabaiga)`)).toEqual(['https://a.example/', '#pabaiga'])
})

test('running text is typeset', () => {
  expect(renderInline(md`į tinklą`).markup).toBe('į\u00a0tinklą')
})

test('the indentation of a template does not count', () => {
  expect(
    md`one
      two`.markdown,
  ).toBe('one\ntwo')
})

test('a name with a number is one word, whatever stands around it', () => {
  expect(renderInline(md`SAUSRA-23 & 2021-ieji`).markup).toBe(
    '<span class="unbroken">SAUSRA-23</span> &amp; <span class="unbroken">2021-ieji</span>',
  )
})
