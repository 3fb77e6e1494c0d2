import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchFirefox, tellMissingFirefox } from '../src/browser/launch-firefox.ts'
import { addressOf, openIn } from './browser.ts'
import { readPdf } from './read-pdf.ts'
import { IDS, readTalk } from './talk.ts'

const missing = tellMissingFirefox()

/** The one engine besides Chromium whose PDFs a test can have. */
describe.skipIf(missing !== undefined)(`Firefox${missing === undefined ? '' : ` (${missing})`}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchFirefox()
  })
  afterAll(() => browser?.close())

  it.each(['reading', 'presenting'] as const)('prints one slide a page, whole, while %s', async (view) => {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 720 })
    await openIn(page, view, addressOf('lt', '#zygis'))
    const margin = { top: 0, right: 0, bottom: 0, left: 0 }
    const pages = await readPdf(
      await page.pdf({ width: '13.3333in', height: '7.5in', margin, printBackground: true }),
    )
    expect(pages.map(({ size }) => size)).toEqual(IDS.map(() => '960 × 540'))
    const squeeze = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
    const shapes = await listShapes(page)
    for (const [index, { text }] of pages.entries()) {
      const printed = squeeze(text + (shapes[index] ?? ''))
      const missing = (readTalk('lt')[index] ?? '')
        .split(' ')
        .filter((word) => !printed.includes(squeeze(word)))
      expect(missing, `page ${index + 1}`).toEqual([])
    }
    await page.close()
  })
})

/** The text of each slide in a heavier weight of the variable font: Firefox prints it as shapes. */
function listShapes(page: Page): Promise<string[]> {
  return page.$$eval('.slide', (slides) =>
    slides.map((slide) =>
      [...slide.querySelectorAll('*')]
        .filter((element) => {
          const { fontFamily, fontWeight } = getComputedStyle(element)
          return fontWeight !== '400' && fontFamily.startsWith('"Instrument Sans"')
        })
        .map(({ textContent }) => textContent)
        .join(''),
    ),
  )
}
