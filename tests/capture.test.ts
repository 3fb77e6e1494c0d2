import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf, expectAllReady, expectReading, openIn, PHONE, useBrowser, WIDE } from './browser.ts'
import { IDS } from './talk.ts'

const visit = useBrowser()
/** An empty page, which reads pictures. */
let reader: Page
beforeAll(async () => {
  ;({ page: reader } = await visit())
})

/** A picture has a point for so many of the page's pixels. */
const COARSE = 4

/** The page from top to bottom in one picture, as developer tools and archives take it: nothing is scrolled. */
async function capture(page: Page): Promise<string> {
  const session = await page.createCDPSession()
  const { cssContentSize } = await session.send('Page.getLayoutMetrics')
  const clip = { ...cssContentSize, scale: 1 / COARSE }
  const { data } = await session.send('Page.captureScreenshot', { captureBeyondViewport: true, clip })
  return `data:image/png;base64,${data}`
}

/** By slide id: how much of the slide, in per cent of its area, differs from its background in a full-page picture. */
async function measureInk(page: Page): Promise<Record<string, number>> {
  const picture = await capture(page)
  const boxes = await page.$$eval('.slides > section', (slides) =>
    slides.map((slide) => {
      const { left, top, width, height } = slide.getBoundingClientRect()
      return { id: slide.id, left: left + scrollX, top: top + scrollY, width, height }
    }),
  )
  const entries = await reader.evaluate(
    async (source, slides, coarse) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
      if (pen === null) throw new Error('no canvas')
      pen.drawImage(image, 0, 0)
      return slides.map(({ id, left, top, width, height }) => {
        const [x, y, w, h] = [left, top, width, height].map((length) => Math.round(length / coarse))
        // A point inside each edge: a slide's box may end in the middle of one.
        const { data } = pen.getImageData((x ?? 0) + 1, (y ?? 0) + 1, (w ?? 0) - 2, (h ?? 0) - 2)
        const points = Array.from({ length: data.length / 4 }, (_, at) => data.subarray(4 * at, 4 * at + 3))
        const inked = points.filter((point) =>
          point.some((part, at) => Math.abs(part - (points[0]?.[at] ?? 0)) > 40),
        )
        return [id, (100 * inked.length) / points.length] as const
      })
    },
    picture,
    boxes,
    COARSE,
  )
  return Object.fromEntries(entries)
}

async function expectInk(page: Page): Promise<void> {
  const ink = await measureInk(page)
  expect(Object.keys(ink)).toEqual(IDS)
  for (const [id, share] of Object.entries(ink)) expect(share, id).toBeGreaterThan(1)
}

describe.each([
  ['a wide screen', WIDE],
  ['a phone', PHONE],
] as const)('a picture of the whole page, read on %s', (_screen, viewport) => {
  it('has every slide in it once the page is at rest', async () => {
    const { page, problems } = await visit({ viewport })
    await openIn(page, 'reading', addressOf('lt'))
    await expectAllReady(page)
    await expectInk(page)
    expect(problems).toEqual([])
  })

  it('has every slide in it after presenting, too', async () => {
    const { page } = await visit({ viewport })
    await openIn(page, 'presenting', addressOf('en', `#${IDS[1]}`))
    await page.keyboard.press('r')
    await expectReading(page, IDS[1] ?? '')
    await expectAllReady(page)
    await expectInk(page)
  })

  it('has every slide in it without scripts', async () => {
    const { page } = await visit({ viewport, scripts: false })
    await page.goto(addressOf('lt'))
    await expectInk(page)
  })

  it.each(['auto', 'none'])(
    'moves nothing under who reads while it is made ready (the browser’s own anchoring: %s)',
    async (anchoring) => {
      const last = IDS.at(-1) ?? ''
      const { page } = await visit({ viewport })
      await page.evaluateOnNewDocument(
        (id, overflowAnchor) => {
          const tops: number[] = []
          const look = () => {
            document.documentElement.style.overflowAnchor = overflowAnchor
            if (document.querySelector('.slides > [data-laid-out]') !== null)
              tops.push(document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN)
            requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
          Object.assign(window, { tops })
        },
        last,
        anchoring,
      )
      await openIn(page, 'reading', addressOf('lt', `#${last}`))
      await expectAllReady(page)
      await expectReading(page, last)
      const readTops = () => page.evaluate(() => (window as unknown as { tops: number[] }).tops)
      await expect.poll(async () => (await readTops()).length).toBeGreaterThan(1)
      const tops = await readTops()
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1)
    },
  )
})
