import { expect, test } from 'vitest'
import { cleanSvg } from './clean-svg.ts'

const clean = async (inside: string, attributes = '') => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"${attributes}>${inside}</svg>`
  return Buffer.from(await cleanSvg(Buffer.from(svg))).toString()
}

test('a drawing stays as it is drawn', async () => {
  const drawing =
    '<defs><linearGradient id="a"><stop stop-color="#fff"/></linearGradient><path id="p" d="M0 0h9"/></defs><style>.b{fill:url(#a)}</style><use xlink:href="#p" class="b" style="stroke:url(#a)"/><image href="data:image/png;base64,AAAA"/>'
  expect(await clean(drawing)).toContain(drawing)
})

test.each([
  ['a script', '<script>x()</script>'],
  ['a script with a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">x()</s:script>'],
  ['an event handler', '<path onclick="x()" d="M0 0"/>'],
  ['a link to a script', '<a xlink:href="javascript:x()"><path d="M0 0"/></a>'],
  ['a link that moves', '<a href="#p"><animate attributeName="href" to="javascript:x()"/></a>'],
  ['a page inside', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x()</body></foreignObject>'],
  ['another document', '<g xmlns="http://www.w3.org/1999/xhtml"><img src="x()"/></g>'],
  ['a picture from elsewhere', '<image href="https://x().example/a.png"/>'],
  ['a shape from elsewhere', '<use href="https://x().example/a.svg#a"/>'],
  ['a document as data', '<use href="data:image/svg+xml,x()"/>'],
  ['a style from elsewhere', '<style>@import "https://x().example"</style>'],
  ['a fill from elsewhere', '<path fill="url(https://x().example/a.svg#a)" d="M0 0"/>'],
  ['a style in disguise', '<style>a{b:\\75rl(https://x().example)}</style>'],
])('%s is removed', async (_what, inside) => {
  expect(await clean(inside)).not.toMatch(/x\(\)|javascript|script|foreignObject|animate/)
})

test('an entity and a style sheet before the drawing are removed', async () => {
  const svg =
    '<?xml version="1.0"?><?xml-stylesheet href="https://a.example/a.css"?><!DOCTYPE svg [<!ENTITY e "x">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
  const cleaned = Buffer.from(await cleanSvg(Buffer.from(svg))).toString()
  expect(cleaned).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>')
})

test('what is no drawing is refused', async () => {
  await expect(cleanSvg(Buffer.from('<svg'))).rejects.toThrow()
})
