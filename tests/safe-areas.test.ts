import type { Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { addressOf, expectPlace, LANGUAGES, openIn, POLLING, useBrowser } from './browser.ts'
import { IDS } from './talk.ts'

const visit = useBrowser()

/** An iPhone on its side. */
const SIDEWAYS = { width: 844, height: 390, hasTouch: true, isMobile: true }
const INSETS = { top: 0, left: 59, right: 59, bottom: 21 }

async function coverCorners(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: INSETS })
  await page.waitForFunction(
    (left) => {
      const probe = document.body.appendChild(document.createElement('div'))
      probe.style.paddingLeft = 'env(safe-area-inset-left)'
      const { paddingLeft } = getComputedStyle(probe)
      probe.remove()
      return paddingLeft === `${left}px`
    },
    POLLING,
    INSETS.left,
  )
}

/** Texts of these slides, and controls, that lie under the camera or the round corners at the screen's sides. */
function findCovered(page: Page, slides: '.slide' | '.present'): Promise<string[]> {
  const selector = `${slides} :is(h1, h2, p, dd, .foot > *), .controls :is(a, button)`
  return page.evaluate(
    ({ left, right }, selector) => {
      const range = document.createRange()
      const found = [...document.querySelectorAll(selector)]
      return found.flatMap((element) => {
        range.selectNodeContents(element)
        return [...range.getClientRects()]
          .filter((box) => box.width > 1 && (box.left < left || box.right > innerWidth - right))
          .map((box) => `${element.textContent.trim()}: ${box.left} to ${box.right}`)
      })
    },
    INSETS,
    selector,
  )
}

it.each(LANGUAGES)('nothing that is read lies under a phone’s camera (%s)', async (language) => {
  const { page } = await visit({ viewport: SIDEWAYS })
  await openIn(page, 'reading', addressOf(language))
  await coverCorners(page)
  expect(await findCovered(page, '.slide')).toEqual([])
})

it('nothing that is presented lies under a phone’s camera or its bar, and the ground goes to the edges', async () => {
  const { page } = await visit({ viewport: SIDEWAYS })
  await openIn(page, 'presenting', addressOf('lt', `#${IDS[0]}`))
  await coverCorners(page)
  for (const id of IDS) {
    await page.evaluate((slide) => {
      location.hash = slide
    }, id)
    await expectPlace(page, id)
    expect(await findCovered(page, '.present'), id).toEqual([])
    const ends = await page.$eval('.present', (slide) => ({
      width: slide.clientWidth,
      foot: slide.querySelector('.foot')?.getBoundingClientRect().bottom ?? 0,
      isLong: slide.scrollHeight > slide.clientHeight,
    }))
    expect(ends.width).toBe(SIDEWAYS.width)
    if (!ends.isLong) expect(ends.foot).toBeLessThanOrEqual(SIDEWAYS.height - INSETS.bottom)
  }
})
