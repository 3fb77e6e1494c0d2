import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { STRINGS } from '../src/strings/strings.ts'
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
import { IDS, normalise, OUTLINE, TITLES } from './talk.ts'

// As with a screen reader that is running: without one, Chromium leaves out what is far from the window.
const visit = useBrowser(['--force-renderer-accessibility'])

const nameSlide = (language: Language, index: number) =>
  `${STRINGS[language].position(index + 1, IDS.length)}: ${TITLES[language][index]}`

/** What a slide's pictures say; a picture that only adorns says nothing. */
function listAlternatives(language: Language, id: string): string[] {
  const slide = deck.slides[id]
  if (slide?.layout === 'statement') return [slide.picture.alternative[language]]
  if (slide?.layout === 'loop') return [slide.alternative[language]]
  if (slide?.layout !== 'cover' || slide.person?.contact === undefined) return []
  return [STRINGS[language].contactCode]
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
    const { controls, contents } = STRINGS[language]
    expect(marks).toEqual(['banner', `navigation ${controls}`, `navigation ${contents}`, 'main'])
  })

  it('has every slide as a region with its number and title, one heading, and pictures that say what they show', () => {
    const list = (region: AccessibleNode, wanted: string) =>
      flatten(region).flatMap(({ role, name }) => (role === wanted ? [normalise(name)] : []))
    const regions = nodes.filter(({ role }) => role === 'region')
    expect(
      regions.map((region) => ({
        name: region.name,
        headings: list(region, 'heading'),
        pictures: list(region, 'image'),
      })),
    ).toEqual(
      IDS.map((id, index) => ({
        name: nameSlide(language, index),
        headings: [TITLES[language][index]],
        pictures: listAlternatives(language, id),
      })),
    )
  })

  it('says nothing twice: no text stands in it that is not on the slide', async () => {
    const { page: phone } = await visit({ viewport: PHONE, view: 'reading', language, hash: '#sodai' })
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
      // An announcement may come some frames later.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      return (window as unknown as { said: string[] }).said.splice(0)
    })
    expect(heard).toEqual(words)
  }
}

describe.each(LANGUAGES)('a move while presenting (%s)', (language) => {
  const sayStep = (step: number, steps: number) =>
    `status: ${STRINGS[language].steps.replace('{taken}', `${step}`).replace('{all}', `${steps}`)}`

  it('is announced once and briefly, and leaves in the tree one slide, in focus, without what is still to come', async () => {
    const { page, problems } = await visit({ view: 'presenting', language, hash: '#pradzia' })
    await expectPlace(page, 'pradzia')
    const expectSaid = await listen(page)
    for (const [index, { slide, steps }] of OUTLINE.entries()) {
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
    const back = language === 'lt' ? [...OUTLINE.entries()].slice(0, -1).toReversed() : []
    for (const [index, { slide, steps }] of back) {
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
    const { page } = await visit({ view: 'presenting', language, hash: '#bendrija' })
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
    const { page } = await visit({ view: 'presenting', language, hash: '#bendrija' })
    const expectSaid = await listen(page)
    await page.keyboard.press('b')
    await expectOn(page, '.pause-overlay')
    await expectSaid(`status: ${STRINGS[language].black}`)
    await page.keyboard.press('b')
    await expectOn(page, '.pause-overlay', false)
    await expectSaid(`status: ${nameSlide(language, 2)}`)
  })

  it('by the dialog or the overview puts the focus on the slide that was chosen', async () => {
    const { page } = await visit({ view: 'presenting', language, hash: '#pradzia' })
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
    const { page } = await visit({ view: 'presenting', hash: '#pradzia' })
    // Without links, with some, and the last one.
    for (const id of ['sodai', 'nauda-sausra', 'pabaiga']) {
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
    const { page } = await visit({ view: 'presenting', hash: '#pabaiga' })
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
  const { contents, present, read, share, overview, help } = STRINGS[language]
  const other = STRINGS[language === 'lt' ? 'en' : 'lt'].languageName
  const listControls = async (page: Page) => {
    const banner = flatten(await readTree(page)).find(({ role }) => role === 'banner')
    const controls = banner === undefined ? [] : flatten(banner)
    return controls.filter(({ role }) => ['button', 'link'].includes(role)).map(({ name }) => name)
  }

  it('are named in the page’s language, the other language in its own', async () => {
    const { page } = await visit({ view: 'presenting', language })
    const presenting = [other, read, overview, share, help]
    expect((await listControls(page)).toSorted()).toEqual(presenting.toSorted())
    await resize(page, { width: 390, height: 844 })
    await page.keyboard.press('r')
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading')
    const [first, ...others] = await listControls(page)
    expect(first).toContain(contents)
    expect(others.toSorted()).toEqual([other, present, share].toSorted())
  })

  it.each([WIDE, PHONE])('are 44 pixels high and wide, read and presented (%j)', async (viewport) => {
    const { page } = await visit({ viewport, view: 'presenting', language })
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
