import { expect, inject, it, onTestFinished } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { addressOf, expectIn, expectReading, LANGUAGES, lookAtReading } from './browser.ts'
import { describeEngines, expectShown, openView } from './engines.ts'
import { openHost } from './open-host.ts'
import { findLost, findLostWords, IDS } from './talk.ts'

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
const PHONE = { width: 390, height: 664 }
const PHONE_ON_ITS_SIDE = { width: 750, height: 342 }

/** Waits until the page has had the time to go wrong: what it does by itself ends within these frames. */
async function passFrames(page: DrivenPage): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
  })
}

describeEngines('reading', (visit) => {
  it('has every word, in its own fonts', async () => {
    const page = await visit(PHONE)
    for (const language of LANGUAGES) {
      await openView(page, 'reading', addressOf(language))
      expect(await findLostWords(page, language)).toEqual([])
      await expectIn(page, () => document.fonts.check('700 20px "Bricolage Grotesque"'))
    }
  })

  it('is nowhere wider than the window, and links of the contents lead to their slides', async () => {
    const page = await visit(PHONE)
    for (const screen of SCREENS) {
      await page.setViewport(screen)
      await openView(page, 'reading', addressOf('lt'))
      const { wider, isBar } = await page.evaluate(() => ({
        wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        isBar: document.querySelector('.contents-toggle')?.checkVisibility() ?? false,
      }))
      expect(wider).toBe(0)
      for (const id of ['zygis', 'bendrija']) {
        if (isBar) await page.click('.contents-toggle')
        await expectShown(page, '.contents')
        await page.click(`.contents a[href="#${id}"]`)
        await expectReading(page, id)
        const isCurrent = (slide: string) =>
          document.querySelector(`.contents a[href="#${slide}"][aria-current]`) !== null
        await expectIn(page, isCurrent, id)
        await expectShown(page, '.contents', !isBar)
      }
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

  it('lets the address follow whoever scrolls; shares that slide, and has it in the other language', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt'))
    for (const id of ['bendrija', 'pabaiga', 'pradzia', 'taryba']) {
      await page.evaluate((slide) => document.getElementById(slide)?.scrollIntoView(), id)
      await expectReading(page, id)
    }
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
    await page.click('[data-control="language"]')
    await expectIn(page, () => document.documentElement.lang === 'en')
    await expectReading(page, 'taryba')
  })

  it('needs no script', async () => {
    const page = await visit(PHONE)
    const { url, emptyPage, cut } = await openHost()
    onTestFinished(cut)
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
    expect(findLost(texts, 'lt')).toEqual([])
  })

  it('stays at its slide when a phone is turned and turned back', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt'))
    // The longest and the last are the hardest: all slides above change their height.
    for (const id of ['sodai', 'nauda-planas', 'zygis', 'pabaiga']) {
      await page.evaluate((slide) => {
        location.hash = slide
      }, id)
      await expectReading(page, id)
      for (const size of [PHONE_ON_ITS_SIDE, PHONE]) {
        await page.setViewport(size)
        await passFrames(page)
        await expectReading(page, id)
      }
    }
  })

  it('stays in the middle of a long slide when a phone is turned and turned back', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt', '#nauda-planas'))
    await expectReading(page, 'nauda-planas')
    await passFrames(page)
    await page.evaluate(() => scrollBy({ top: 400, behavior: 'instant' }))
    await passFrames(page)
    const before = await lookAtReading(page)
    expect(before.slide).toBe('nauda-planas')
    await page.setViewport(PHONE_ON_ITS_SIDE)
    await passFrames(page)
    await expect.poll(() => lookAtReading(page)).toMatchObject({ slide: 'nauda-planas' })
    await page.setViewport(PHONE)
    await passFrames(page)
    const moved = async () => Math.abs((await lookAtReading(page)).top - before.top)
    await expect.poll(moved).toBeLessThanOrEqual(2)
  })

  it('moves its text by what one scrolls, up and down', async () => {
    const page = await visit(PHONE)
    await openView(page, 'reading', addressOf('lt', '#pabaiga'))
    await expectReading(page, 'pabaiga')
    const { jumps, steps } = await page.evaluate(scrollThrough)
    expect(jumps).toEqual([])
    expect(steps).toBeGreaterThan(50)
  })
})

/** Scrolls to the top and to the end; returns each text that did not move as far as the page. Runs in the page. */
async function scrollThrough(): Promise<{ jumps: string[]; steps: number }> {
  // Someone who scrolls at once leaves the browser no idle time to lay slides out in.
  Object.assign(globalThis, { setTimeout: () => 0, requestIdleCallback: () => 0 })
  const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT)
  const texts: Node[] = []
  while (walker.nextNode() !== null) texts.push(walker.currentNode)
  const range = document.createRange()
  const listTops = () =>
    texts.flatMap((text) => {
      range.selectNodeContents(text)
      const [line] = range.getClientRects()
      return [line === undefined || line.bottom <= 0 || line.top >= innerHeight ? undefined : line.top]
    })
  const jumps: string[] = []
  let steps = 0
  for (const step of [-200, 200]) {
    for (;;) {
      const before = listTops()
      const from = scrollY
      scrollBy({ top: step, behavior: 'instant' })
      const by = scrollY - from
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      const after = listTops()
      for (const [index, top] of before.entries()) {
        const now = after[index]
        if (top === undefined || now === undefined || Math.abs(top - by - now) <= 1) continue
        jumps.push(`at ${from}: “${texts[index]?.textContent?.slice(0, 20)}” by ${top - now}, not ${by}`)
      }
      if (by === 0) break
      steps++
    }
  }
  return { jumps, steps }
}
