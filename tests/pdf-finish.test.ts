import { PDFName } from '@cantoo/pdf-lib'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showPage } from '../src/browser/show-page.ts'
import { finishPdf } from '../src/pdf/finish-pdf.ts'
import type { Imprint } from '../src/pdf/imprint.ts'
import { startBrowser } from './browser.ts'
import { readUaFile } from './pdf-ua.ts'
import { openPdf, readPages } from './read-pdf.ts'

const STYLE = `<style>
  @page { size: 13.3333in 7.5in; margin: 0 }
  @font-face { font-family: Square; font-weight: 400; src: url("data:font/ttf;base64,AAEAAAAA") }
  section { break-after: page } section:last-child { break-after: auto }
  .bold { font: 700 1em Square }
</style>`
const IMPRINT: Imprint = {
  title: 'Two slides',
  author: 'A. Author',
  description: 'Two slides that link to each other.',
  keywords: ['slides'],
  language: 'en',
  sheets: [[{ id: 'one', title: 'The first' }], [{ id: 'two', title: 'The second' }]],
  scale: 1,
  date: undefined,
  fingerprint: '0123456789abcdef0123456789abcdef',
}
const TWO_SLIDES = `<section id="one"><h1>The first</h1><p>on to <a href="#two">the other</a></p></section>
  <section id="two"><h2>The second</h2><p><strong>back</strong> to <a href="#one">it</a></p></section>`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await startBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

async function print(slides: string): Promise<Uint8Array> {
  await page.setContent(`<!doctype html><html lang="en">${STYLE}<main class="slides">${slides}</main></html>`)
  return page.pdf({ preferCSSPageSize: true, tagged: true })
}

test('a link to a slide leads to its page and says its title; the file has no date of its own', async () => {
  const document = await openPdf(await finishPdf(await print(TWO_SLIDES), IMPRINT))
  const [first, second] = await readPages(document)
  expect(first?.links).toEqual([{ url: undefined, dest: 'two', says: 'The second' }])
  expect(second?.links).toEqual([{ url: undefined, dest: 'one', says: 'The first' }])
  const target = await document.getDestination('two')
  expect(await document.getPageIndex(target?.[0])).toBe(1)
  // Without a date of the source the file has none.
  const { info } = await document.getMetadata()
  expect(info).toMatchObject({ Title: 'Two slides' })
  expect(Object.keys(info)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Date/)]))
  await document.destroy()
})

test('what the browser has printed before changes no byte', async () => {
  // So many cells that their ids make a tree.
  const rows = '<tr><th scope="row">a</th><td>b</td></tr>'.repeat(20)
  const slides = TWO_SLIDES.replace('</h1>', `</h1><table><tbody>${rows}</tbody></table>`)
  const [one, other] = [await print(slides), await print(slides)]
  expect(await finishPdf(other, IMPRINT)).toEqual(await finishPdf(one, IMPRINT))
})

test('slides that share a page are each led to, and one that is nowhere on it is refused', async () => {
  const [first = [], second = []] = IMPRINT.sheets
  const shared = { ...IMPRINT, sheets: [[...first, ...second]] }
  const printed =
    await print(`<div>${TWO_SLIDES.replace('</section>', '<p style="block-size: 3in"></p></section>')}</div>
    <style>section { break-after: auto !important }</style>`)
  const document = await openPdf(await finishPdf(printed, shared))
  const [one, two] = await Promise.all(['one', 'two'].map((id) => document.getDestination(id)))
  expect(one?.[1]).toEqual({ name: 'FitH' })
  expect(two?.[1]).toEqual({ name: 'FitH' })
  expect(one?.[2] - two?.[2]).toBeGreaterThan(3 * 72)
  await document.destroy()
  const unlinked = TWO_SLIDES.replace(/<a href="#two">(.*?)<\/a>/, '$1').replace(
    '</h1>',
    '</h1><style>section{break-after:auto!important}</style>',
  )
  await expect(finishPdf(await print(unlinked), shared)).rejects.toThrow(
    'the print does not say where "two" is on page 1; a link must lead to #two',
  )
})

test('a slide that spills over to another page is refused', async () => {
  const spilling = TWO_SLIDES.replace('<h2>', '<p style="block-size: 8in"></p><h2>')
  await expect(finishPdf(await print(spilling), IMPRINT)).rejects.toThrow('2 pages came out as 3')
})

test('a slide without a heading in the structure tree is refused', async () => {
  const headless = TWO_SLIDES.replaceAll('h2>', 'p>')
  await expect(finishPdf(await print(headless), IMPRINT)).rejects.toThrow(
    'page 2 has 0 titles in its structure tree; the slides on it have one each: "two"',
  )
})

test('headings below the title are lower headings, and only titles are slides', async () => {
  const more = TWO_SLIDES.replace('</h2>', '</h2><h3>For</h3><p>x</p><h3>Against</h3><p>x</p>')
  const { elements } = await readUaFile(await finishPdf(await print(more), IMPRINT))
  expect(elements.map(({ type }) => type).filter((type) => /^(Sect|H\d)$/.test(type))).toEqual([
    ...['Sect', 'H1'],
    ...['Sect', 'H2', 'H3', 'H3'],
  ])
})

test('a table’s headings have a scope, and its cells no ids, which differ from print to print', async () => {
  const table = `<table><thead><tr><th scope="col">Year</th><th scope="col">Gardens</th></tr></thead>
    <tbody><tr><th scope="row">2026</th><td>12</td></tr></tbody></table>`
  const printed = await print(TWO_SLIDES.replace('</h2>', `</h2>${table}`))
  const { elements } = await readUaFile(await finishPdf(printed, IMPRINT))
  const parts = elements.filter(({ type }) => /^(Table|TR|TH|TD)$/.test(type))
  expect(parts.map(({ type }) => type)).toEqual(['Table', 'TR', 'TH', 'TH', 'TR', 'TH', 'TD'])
  const attributes = parts.map(({ dict }) => String(dict.get(PDFName.of('A'))))
  const scopes = attributes.map((one) => /\/Scope \/(\w+)/.exec(one)?.[1])
  expect(scopes).toEqual([undefined, undefined, 'Column', 'Column', undefined, 'Row', undefined])
  expect(attributes.join()).not.toContain('/Headers')
})

test('text that would be set in another font than its own is refused', async () => {
  const html = `${STYLE}<main class="slides"><p class="bold">Fallen back</p></main>`
  await expect(showPage(page, html)).rejects.toThrow(
    'no font was loaded for "Fallen back" (normal 700 Square)',
  )
})

test('a picture that cannot be shown is refused', async () => {
  const html = '<main class="slides"><img alt="PUMPA" src="data:image/svg+xml,broken"></main>'
  await expect(showPage(page, html)).rejects.toThrow('the picture "PUMPA" cannot be shown')
})
