import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import {
  addressOf,
  describeTree,
  expectAllReady,
  expectOn,
  expectPlace,
  openIn,
  useBrowser,
} from './browser.ts'
import { readPdf } from './read-pdf.ts'
import { LINKS, readTalk, TITLES } from './talk.ts'

const visit = useBrowser()

/** What a visitor's own Ctrl+P gives. */
function print(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
}

// What a language loses it loses in any view, and what a view hides it hides in any language.
it.each([
  ['reading', 'lt'],
  ['presenting', 'en'],
] as const)(
  'printing while %s gives nine whole pages, each with its heading, words and links (%s)',
  async (view, language) => {
    const { page, problems } = await visit()
    await openIn(page, view, addressOf(language, '#zygis'))
    const pages = await readPdf(await print(page))
    expect(pages.map(({ size }) => size)).toEqual(TITLES[language].map(() => '960 × 540'))
    expect(pages.map(({ headings }) => headings)).toEqual(TITLES[language].map((title) => [title]))
    for (const [index, talk] of readTalk(language).entries()) {
      const printed = simplify(pages[index]?.text ?? '')
      const missing = talk.split(' ').filter((word) => !printed.includes(simplify(word)))
      expect(missing, `page ${index + 1}`).toEqual([])
    }
    // One that is broken into lines has an area for each.
    const links = pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? []))
    expect([...new Set(links)]).toEqual(LINKS)
    expect(problems).toEqual([])
  },
)

/** Words may be broken in a line, and capitals are the style's. */
function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[-\s\u00ad\u200b]/g, '')
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
      const pages = await readPdf(await print(page))
      expect(
        pages.map(({ headings }) => headings),
        selector,
      ).toEqual(TITLES.lt.map((title) => [title]))
    }
  })
})
