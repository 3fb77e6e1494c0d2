import { afterEach, expect, inject, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { addressOf, expectIn, expectPlace, expectReading } from './browser.ts'
import { describeEngines, openView, swipe } from './engines.ts'
import { type Host, openHost } from './open-host.ts'
import { IDS, normalise, OUTLINE, readTalk } from './talk.ts'

declare global {
  interface Window {
    /** The browser's own find-in-page; it is in every engine and in no standard. */
    find(text: string): boolean
  }
}

/** A wide one, a phone, and the wide one at 400 %. */
const SCREENS = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
]
const [WIDE = { width: 1280, height: 720 }] = SCREENS
const PHONE = { width: 390, height: 664 }
const PHONE_ON_ITS_SIDE = { width: 750, height: 342 }

/** Waits until what the selector finds first is shown, or until nothing of it is. */
const expectShown = (page: DrivenPage, selector: string, isShown = true) =>
  expectIn(
    page,
    ({ wanted, expected }) => (document.querySelector(wanted)?.checkVisibility() ?? false) === expected,
    { wanted: selector, expected: isShown },
  )

let host: Host | undefined
afterEach(() => host?.cut())
/** Serves the site until the test ends, or until it is cut off. */
const serve = async () => {
  host = await openHost()
  return host
}

describeEngines('reading', (visit) => {
  it('has every word, in its own fonts', async () => {
    const page = await visit(WIDE)
    for (const language of ['lt', 'en'] as const) {
      await openView(page, 'reading', addressOf(language))
      const texts = await page.evaluate(() =>
        [...document.querySelectorAll('.slide')].map(({ textContent }) => textContent),
      )
      for (const [index, words] of readTalk(language).entries()) {
        const said = normalise(texts[index] ?? '').toLowerCase()
        for (const word of words.toLowerCase().split(' ')) expect(said).toContain(word)
      }
      await expectIn(page, () => document.fonts.check('700 20px "Bricolage Grotesque"'))
    }
  })

  it('is nowhere wider than the window, and every link of the contents leads to its slide', async () => {
    const page = await visit(WIDE)
    for (const screen of SCREENS) {
      await page.setViewport(screen)
      for (const id of ['zygis', 'bendrija']) {
        await openView(page, 'reading', addressOf('lt'))
        const { wider, isBar } = await page.evaluate(() => ({
          wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          isBar: document.querySelector('.contents-toggle')?.checkVisibility() ?? false,
        }))
        expect(wider).toBe(0)
        if (isBar) await page.click('.contents-toggle')
        await expectShown(page, '.contents')
        await page.click(`.contents a[href="#${id}"]`)
        await expectReading(page, id)
        await expectIn(
          page,
          (slide) => document.querySelector(`.contents a[href="#${slide}"][aria-current]`) !== null,
          id,
        )
        await expectShown(page, '.contents', !isBar)
      }
    }
  })

  it('lets the address follow whoever scrolls, down and up', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt'))
    for (const id of ['bendrija', 'pabaiga', 'nauda-planas', 'pradzia']) {
      await page.evaluate((slide) => document.getElementById(slide)?.scrollIntoView(), id)
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`)
    }
  })

  it('finds words of slides that are far away, and goes there', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt'))
    for (const [word, slide] of [
      ['labas@sodai.example', 'pabaiga'],
      ['Bendrystė', 'bendrija'],
    ] as const) {
      await page.evaluate(() => {
        getSelection()?.removeAllRanges()
        scrollTo({ top: 0, behavior: 'instant' })
      })
      expect(await page.evaluate((wanted) => window.find(wanted), word), word).toBe(true)
      await expectIn(
        page,
        (id) => {
          const range = getSelection()?.getRangeAt(0)
          const box = range?.getBoundingClientRect()
          const isSeen = box !== undefined && box.top >= 0 && box.bottom <= innerHeight
          return isSeen && (document.getElementById(id)?.contains(range?.startContainer ?? null) ?? false)
        },
        slide,
      )
    }
  })

  it('goes to the same slide in the other language', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt', '#zygis'))
    await expectReading(page, 'zygis')
    await page.click('[data-control="language"]')
    await expectIn(page, () => document.documentElement.lang === 'en')
    await expectReading(page, 'zygis')
  })

  it('shares the link to the slide one is on', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt', '#taryba'))
    await expectReading(page, 'taryba')
    await page.evaluate(() => {
      const keep = async (link = '') => {
        document.documentElement.dataset['shared'] = link
      }
      Object.defineProperty(navigator, 'share', { value: ({ url }: ShareData) => keep(url) })
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: keep } })
    })
    await page.click('[data-control="share"]')
    const shared = () => page.evaluate(() => document.documentElement.dataset['shared'])
    await expect.poll(shared).toBe(`${inject('siteUrl')}s/taryba/`)
  })

  it('needs no script', async () => {
    const page = await visit(PHONE)
    const { url, emptyPage } = await serve()
    await page.goto(emptyPage)
    // A frame that may run nothing; a driver of WebKit cannot switch scripts off.
    await page.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.sandbox.add('allow-same-origin')
      frame.src = address
      Object.assign(frame.style, { width: '390px', height: '600px' })
      document.body.append(frame)
    }, url)
    const read = () =>
      page.evaluate(() => {
        const shown = document.querySelector('iframe')?.contentDocument
        const slides = [...(shown?.querySelectorAll<HTMLElement>('.slide') ?? [])]
        return {
          view: shown?.documentElement.dataset['view'],
          texts: slides.map(({ innerText }) => innerText),
        }
      })
    await expect.poll(async () => (await read()).texts.length).toBe(IDS.length)
    const { view, texts } = await read()
    expect(view).not.toBe('presenting')
    for (const [index, words] of readTalk('lt').entries()) {
      const said = squeeze(texts[index] ?? '')
      for (const word of words.split(' ')) expect(said).toContain(squeeze(word))
    }
  })
})

describeEngines('presenting', (visit) => {
  it('goes through every slide and step, there and back', async () => {
    const page = await visit(WIDE)
    await openView(page, 'presenting', addressOf('lt', '#pradzia'))
    for (const { slide, steps } of OUTLINE) {
      for (let step = 0; step < steps; step++) {
        await expectPlace(page, slide, step)
        await page.keyboard.press('ArrowRight')
      }
      await expectPlace(page, slide, steps)
      const longer = await page.evaluate(() => {
        const shown = document.querySelector('.slide.present')
        return (shown?.scrollHeight ?? 0) - (shown?.clientHeight ?? 0)
      })
      expect(longer, slide).toBe(0)
      if (slide !== 'pradzia') expect(await page.evaluate(() => document.activeElement?.id)).toBe(slide)
      await page.keyboard.press('ArrowRight')
    }
    for (const { slide, steps } of OUTLINE.toReversed()) {
      for (let step = steps; step >= 0; step--) {
        await expectPlace(page, slide, step)
        await page.keyboard.press('PageUp')
      }
    }
  })

  it('chooses in the overview, helps, and changes the language', async () => {
    const page = await visit(WIDE)
    await openView(page, 'presenting', addressOf('lt', '#sodai'))
    await expectPlace(page, 'sodai')
    await page.keyboard.press('o')
    await expectShown(page, '.overview .slides')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'pabaiga')
    await page.keyboard.press('?')
    await expectShown(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectShown(page, '#help[open]', false)
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-control="help"]')?.focus())
    await page.keyboard.press(' ')
    await expectShown(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectPlace(page, 'pabaiga')
    await page.keyboard.press('l')
    await expectIn(page, () => document.documentElement.lang === 'en')
    await expectPlace(page, 'pabaiga')
  })

  it('is at the same slide and step after a reload', async () => {
    const page = await visit(WIDE)
    await openView(page, 'presenting', addressOf('lt', '#zygis'))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'zygis', 2)
    await page.evaluate(() => {
      document.documentElement.dataset['isOld'] = ''
      location.reload()
    })
    await expectIn(page, () => !('isOld' in document.documentElement.dataset))
    await expectPlace(page, 'zygis', 2)
  })

  it('keeps slide and step when the phone is turned and turned back', async () => {
    const page = await visit(PHONE)
    await openView(page, 'presenting', addressOf('lt', '#sodai'))
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'sodai', 1)
    for (const screen of [PHONE_ON_ITS_SIDE, PHONE]) {
      await page.setViewport(screen)
      await expectPlace(page, 'sodai', 1)
    }
  })

  it('goes on with a finger to the left and back with one to the right', async () => {
    const page = await visit(PHONE)
    await openView(page, 'presenting', addressOf('lt', '#sodai'))
    const [left, right] = [
      { x: 60, y: 410 },
      { x: 300, y: 400 },
    ]
    await expectPlace(page, 'sodai')
    for (const step of [1, 2]) {
      await swipe(page, right, left)
      await expectPlace(page, 'sodai', step)
    }
    await swipe(page, right, left)
    await expectPlace(page, 'bendrija')
    await swipe(page, left, right)
    await expectPlace(page, 'sodai', 2)
  })
})

describeEngines('printing', (visit) => {
  it.each(['reading', 'presenting'] as const)('is one whole slide a page, while %s', async (view) => {
    const page = await visit(WIDE)
    await openView(page, view, addressOf('lt', '#zygis'))
    if (view === 'presenting') await expectPlace(page, 'zygis')
    await pretendToPrint(page)
    const pages = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.slide[id]')].map((slide) => ({
        size: `${Math.round(slide.offsetWidth)} × ${Math.round(slide.offsetHeight)}`,
        isWhole: slide.scrollHeight <= slide.clientHeight && slide.scrollWidth <= slide.clientWidth,
        text: slide.innerText,
        isShown: slide.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !slide.inert,
      })),
    )
    expect(pages).toMatchObject(IDS.map(() => ({ size: '1280 × 720', isWhole: true, isShown: true })))
    for (const [index, words] of readTalk('lt').entries()) {
      const said = squeeze(pages[index]?.text ?? '')
      for (const word of words.split(' ')) expect(said).toContain(squeeze(word))
    }
    await expectShown(page, '.controls', false)
  })
})

/**
 * Gives the page what it gets before it is printed: its print styles and `beforeprint`. Not every driver can
 * print, so the pages themselves are Chromium's and Firefox's to show.
 */
function pretendToPrint(page: DrivenPage): Promise<void> {
  return page.evaluate(() => {
    const swap = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          const { media } = rule
          media.mediaText = media.mediaText.replace(/screen|print/g, (name) =>
            name === 'print' ? 'screen' : 'print',
          )
        }
        if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) swap(rule.cssRules)
      }
    }
    for (const sheet of document.styleSheets) swap(sheet.cssRules)
    dispatchEvent(new Event('beforeprint'))
  })
}

/** A text without what a line's end or the styles may change in it. */
function squeeze(text: string): string {
  return normalise(text).toLowerCase().replaceAll(' ', '')
}

describeEngines('without a network, after the first visit', (visit) => {
  it('is read and presented, in both languages', async () => {
    const page = await visit(WIDE)
    const { url, cut } = await serve()
    await openView(page, 'reading', url)
    await expectIn(page, () => navigator.serviceWorker.controller?.state === 'activated')
    await cut()
    await page.goto(`${url}en/#zygis`)
    await expectReading(page, 'zygis')
    await page.keyboard.press('r')
    await expectPlace(page, 'zygis')
    await page.keyboard.press('l')
    await expectIn(page, () => document.documentElement.lang === 'lt')
    await expectPlace(page, 'zygis')
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'zygis', 1)
    await expectIn(page, () => document.fonts.check('700 20px "Bricolage Grotesque"'))
  })
})
