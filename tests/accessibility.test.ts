import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AccessibleNode, flatten, listSpoken, readTree } from './accessibility-tree.ts'
import {
  addressOf,
  expectOn,
  expectPlace,
  LANGUAGES,
  type Language,
  openIn,
  PHONE,
  resize,
  useBrowser,
  WIDE,
} from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { COURSE, IDS, normalise, TITLES } from './talk.ts'

// As with a screen reader that is running: without one, Chromium leaves out what is far from the window.
const visit = useBrowser(['--force-renderer-accessibility'])

const OF = { lt: 'iš', en: 'of' }
const nameSlide = (language: Language, index: number) =>
  `${index + 1} ${OF[language]} ${IDS.length}: ${TITLES[language][index]}`

/** What a slide's pictures say; a picture that only adorns says nothing. */
function listAlternatives(language: Language, id: string): string[] {
  const slide = deck.slides[id]
  if (slide?.layout === 'statement') return [slide.picture.alternative[language]]
  if (slide?.layout === 'loop') return [slide.alternative[language]]
  if (slide?.layout !== 'cover' || slide.person?.contact === undefined) return []
  return [
    {
      lt: 'QR kodas: vizitinė kortelė su šiais duomenimis',
      en: 'QR code: a contact card with these details',
    }[language],
  ]
}

describe.each(LANGUAGES)('the accessibility tree while reading (%s)', (language) => {
  let page: Page
  let nodes: readonly AccessibleNode[]
  beforeAll(async () => {
    ;({ page } = await visit())
    await openIn(page, 'reading', addressOf(language))
    nodes = flatten(await readTree(page))
  })

  it('has its landmarks in order, each with a name of its own', () => {
    const marks = nodes
      .filter(({ role }) => ['banner', 'navigation', 'main'].includes(role))
      .map(({ role, name }) => `${role} ${name}`.trim())
    expect(marks).toEqual(
      language === 'lt'
        ? ['banner', 'navigation Rodymo valdikliai', 'navigation Turinys', 'main']
        : ['banner', 'navigation Display controls', 'navigation Contents', 'main'],
    )
  })

  it('has every slide as a region with its number and title, one heading, and pictures that say what they show', () => {
    const regions = nodes.filter(({ role }) => role === 'region')
    expect(
      regions.map((region) => ({
        name: region.name,
        headings: flatten(region)
          .filter(({ role }) => role === 'heading')
          .map(({ name }) => normalise(name)),
        pictures: flatten(region)
          .filter(({ role }) => role === 'image')
          .map(({ name }) => normalise(name)),
      })),
    ).toEqual(
      IDS.map((id, index) => ({
        name: nameSlide(language, index),
        headings: [TITLES[language][index]],
        pictures: listAlternatives(language, id),
      })),
    )
  })

  it('calls a slide a slide', async () => {
    const called = await page.$$eval('.slide', (slides) =>
      slides.map((slide) => slide.getAttribute('aria-roledescription')),
    )
    expect(new Set(called)).toEqual(new Set([{ lt: 'skaidrė', en: 'slide' }[language]]))
  })

  it('says nothing twice: no text stands in it that is not on the slide', async () => {
    const { page: phone } = await visit({ viewport: PHONE })
    await openIn(phone, 'reading', addressOf(language, '#sodai'))
    const tree = await readTree(phone)
    const region = flatten(tree).find(({ name }) => name === nameSlide(language, 1))
    const spoken = listSpoken(region ?? tree).join(' ')
    expect(spoken.match(/12/g)).toHaveLength(3)
    expect(spoken).not.toContain('SodaiLT')
  })
})

/**
 * Records what a screen reader would say by itself: the slide that gets the focus, and the status. What it gives back
 * waits for just these words, and for nothing else.
 */
async function listen(page: Page): Promise<(...words: string[]) => Promise<void>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const status = document.getElementById('status')
    if (status === null) throw new Error('no status')
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.slide')) said.push(`focus: ${target.ariaLabel}`)
    })
    new MutationObserver(() => said.push(`status: ${status.textContent}`)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  return async (...words) => {
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said))
      .toEqual(words)
    const heard = await page.evaluate(async () => {
      // What is said late must be heard too.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      return (window as unknown as { said: string[] }).said.splice(0)
    })
    expect(heard).toEqual(words)
  }
}

describe.each(LANGUAGES)('a move while presenting (%s)', (language) => {
  const sayStep = (step: number, steps: number) =>
    language === 'lt' ? `status: žingsniai: ${step} iš ${steps}` : `status: steps: ${step} of ${steps}`

  it('is announced once and briefly, and leaves in the tree one slide, in focus, without what is still to come', async () => {
    const { page, problems } = await visit()
    await openIn(page, 'presenting', addressOf(language, '#pradzia'))
    await expectPlace(page, 'pradzia')
    const expectSaid = await listen(page)
    for (const [index, { slide, steps }] of COURSE.entries()) {
      if (index > 0) {
        await page.keyboard.press('ArrowRight')
        await expectPlace(page, slide)
        await expectSaid(`focus: ${nameSlide(language, index)}`)
      }
      const before = flatten(await readTree(page))
      expect(before.filter(({ role }) => role === 'application')).toEqual([])
      const regions = before.filter(({ role }) => role === 'region')
      expect(regions.map(({ name }) => name)).toEqual([nameSlide(language, index)])
      if (index > 0) expect(regions[0]?.focused, slide).toBe(true)
      const spoken = regions.flatMap(listSpoken).join(' ')
      expect(normalise(spoken)).toContain(TITLES[language][index])
      for (const alternative of listAlternatives(language, slide)) expect(spoken).toContain(alternative)
      for (let step = 1; step <= steps; step++) {
        await page.keyboard.press('ArrowRight')
        await expectPlace(page, slide, step)
        await expectSaid(sayStep(step, steps))
      }
      const after = steps === 0 ? before : flatten(await readTree(page))
      const whole = after.filter(({ role }) => role === 'region').flatMap(listSpoken)
      if (steps > 0) expect(whole.join(' ').length, slide).toBeGreaterThan(spoken.length)
    }
    // What is said on the way back is in the same words.
    for (const [index, { slide, steps }] of [...COURSE.entries()]
      .slice(0, language === 'lt' ? -1 : 0)
      .toReversed()) {
      await page.keyboard.press('ArrowLeft')
      await expectPlace(page, slide, steps)
      await expectSaid(`focus: ${nameSlide(language, index)}`)
      for (let step = steps - 1; step >= 0; step--) {
        await page.keyboard.press('ArrowLeft')
        await expectPlace(page, slide, step)
        await expectSaid(sayStep(step, steps))
      }
    }
    expect(problems).toEqual([])
  })

  it('is announced by the status while the focus is at a control, and leaves it there', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf(language, '#bendrija'))
    await page.focus('[data-control="help"]')
    const expectSaid = await listen(page)
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'taryba')
    await expectSaid(`status: ${nameSlide(language, 3)}`)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-control'))).toBe('help')
    const statuses = flatten(await readTree(page)).filter(({ role }) => role === 'status')
    expect(statuses.flatMap(listSpoken)).toEqual([nameSlide(language, 3)])
  })

  it('to the black screen and back is announced too', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf(language, '#bendrija'))
    const expectSaid = await listen(page)
    await page.keyboard.press('b')
    await expectOn(page, '.pause-overlay')
    await expectSaid({ lt: 'status: juodas ekranas', en: 'status: black screen' }[language])
    await page.keyboard.press('b')
    await expectOn(page, '.pause-overlay', false)
    await expectSaid(`status: ${nameSlide(language, 2)}`)
  })

  it('by the dialog or the overview puts the focus on the slide that was chosen', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf(language, '#pradzia'))
    const expectSaid = await listen(page)
    await page.keyboard.press('g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'taryba')
    await expectSaid(`focus: ${nameSlide(language, 3)}`)
    await page.keyboard.press('o')
    await expectOn(page, '.overview .slides')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'nauda-planas')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('nauda-planas')
  })
})

describe('the Tab key while presenting', () => {
  it('reaches the controls, the slide and its links, and nothing of another slide', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf('lt', '#pradzia'))
    for (const id of IDS) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, id)
      await expectPlace(page, id)
      await page.evaluate(() => document.body.focus())
      const places = new Set<string>()
      for (let stop = 0; stop < 14; stop++) {
        await page.keyboard.press('Tab')
        places.add(
          await page.evaluate(() => {
            const { activeElement } = document
            if (activeElement === null || activeElement === document.body) return 'browser'
            return activeElement.closest('.controls')
              ? 'controls'
              : (activeElement.closest('.slide')?.id ?? 'other')
          }),
        )
      }
      places.delete('browser')
      expect(places, id).toEqual(new Set(['controls', id]))
    }
  })

  it('shows where it is at every stop but the slide itself, which fills the screen', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf('lt', '#pabaiga'))
    const framed = () =>
      page.evaluate(() => {
        const { activeElement } = document
        return `${activeElement?.localName} ${activeElement && getComputedStyle(activeElement).outlineStyle}`
      })
    const stops = new Set<string>()
    for (let stop = 0; stop < 9; stop++) {
      await page.keyboard.press('Tab')
      stops.add(await framed())
    }
    // Between the last and the first, the focus is with the browser.
    stops.delete('body none')
    expect(stops).toEqual(new Set(['a solid', 'button solid', 'section none']))
  })
})

describe.each(LANGUAGES)('the controls (%s)', (language) => {
  const names = {
    lt: {
      contents: 'Turinys',
      other: 'English',
      read: 'Skaityti',
      present: 'Rodyti',
      share: 'Dalytis',
      all: 'Visos skaidrės',
      keys: 'Klavišai',
    },
    en: {
      contents: 'Contents',
      other: 'Lietuvių',
      read: 'Read',
      present: 'Present',
      share: 'Share',
      all: 'All slides',
      keys: 'Keys',
    },
  }[language]
  const listControls = async (page: Page) => {
    const banner = flatten(await readTree(page)).find(({ role }) => role === 'banner')
    const controls = banner === undefined ? [] : flatten(banner)
    return controls.filter(({ role }) => ['button', 'link'].includes(role)).map(({ name }) => name)
  }

  it('are named in the page’s language, the other language in its own', async () => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf(language))
    const presenting = [names.other, names.read, names.all, names.share, names.keys]
    expect((await listControls(page)).toSorted()).toEqual(presenting.toSorted())
    await resize(page, { width: 390, height: 844 })
    await page.keyboard.press('r')
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading')
    const [contents, ...others] = await listControls(page)
    expect(contents).toContain(names.contents)
    expect(others.toSorted()).toEqual([names.other, names.present, names.share].toSorted())
  })

  it.each([WIDE, PHONE])('are 44 pixels high and wide, read and presented (%j)', async (viewport) => {
    const { page } = await visit({ viewport })
    await openIn(page, 'presenting', addressOf(language))
    for (const view of ['presenting', 'reading']) {
      await page.waitForFunction((wanted) => document.documentElement.dataset['view'] === wanted, {}, view)
      const small = await page.evaluate(() => {
        const dialogs = document.querySelectorAll('dialog')
        for (const dialog of dialogs) dialog.open = true
        const found = [
          ...document.querySelectorAll(
            ':is(.controls, .contents, dialog) :is(a, button, input), [data-view="reading"] .anchor',
          ),
        ]
          .map((target) => ({ target, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 44)
          .map(({ target, box }) => `${target.textContent} ${box.width} × ${box.height}`)
        for (const dialog of dialogs) dialog.open = false
        return found
      })
      expect(small, view).toEqual([])
      await page.keyboard.press('r')
    }
  })
})
