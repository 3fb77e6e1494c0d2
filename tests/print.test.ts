import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import {
  addressOf,
  describeTree,
  expectAllReady,
  expectOn,
  expectPlace,
  LANGUAGES,
  openIn,
  useBrowser,
} from './browser.ts'
import { readPdf } from './pdf-content.ts'
import { LINKS, normalise, readTalk, TITLES } from './talk.ts'

const visit = useBrowser()

/** What a visitor's own Ctrl+P gives. */
function print(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
}

describe.each(LANGUAGES)('printing the page (%s)', (language) => {
  it.each(['reading', 'presenting'] as const)(
    'while %s gives nine whole pages, each with its heading, words and links',
    async (view) => {
      const { page, problems } = await visit()
      await openIn(page, view, addressOf(language, '#zygis'))
      const pdf = await readPdf(await print(page))
      expect(pdf.pages).toHaveLength(9)
      expect(new Set(pdf.pages.map(({ size }) => size))).toEqual(new Set(['960 × 540']))
      expect(pdf.pages.map(({ headings }) => headings)).toEqual(TITLES[language].map((title) => [title]))
      const talk = readTalk(language)
      for (const [index, { words }] of pdf.pages.entries()) {
        const wanted = (talk[index] ?? '').split(' ').map(simplify)
        const printed = words.map(normalise).join(' ').split(' ').map(simplify)
        const missing = wanted.filter((word) => !printed.join('').includes(word))
        expect(missing, `page ${index + 1}`).toEqual([])
      }
      // One that is broken into lines has an area for each.
      expect([...new Set(pdf.pages.flatMap(({ links }) => links))]).toEqual(LINKS)
      expect(problems).toEqual([])
    },
  )
})

/** Words may be broken in a line, and capitals are the style's. */
function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[-\s]/g, '')
}

describe('printing while presenting', () => {
  it('leaves the presentation as it was', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf('lt', '#zygis'))
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'zygis', 1)
    await expectAllReady(page)
    const before = await describeTree(page, 'body')
    await print(page)
    expect(await describeTree(page, 'body')).toEqual(before)
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'zygis', 2)
  })

  it('gives all the pages in the overview, the help sheet and the black screen too', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf('lt', '#sodai'))
    // Printing closes the first two.
    for (const [key, selector] of [
      ['o', '.overview .slides'],
      ['?', '#help[open]'],
      ['b', '.pause-overlay'],
    ] as const) {
      await page.keyboard.press(key)
      await expectOn(page, selector)
      const pdf = await readPdf(await print(page))
      const headings = pdf.pages.map((printed) => printed.headings)
      expect(headings, selector).toEqual(TITLES.lt.map((title) => [title]))
    }
  })
})
