import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { STRINGS } from '../src/strings/strings.ts'
import {
  addressOf,
  expectOn,
  expectPlace,
  expectReading,
  LANGUAGES,
  look,
  lookAtReading,
  openIn,
  POLLING,
  press,
  useBrowser,
} from './browser.ts'
import { IDS } from './talk.ts'

const visit = useBrowser()

const present = (hash = '') => visit({ view: 'presenting', hash })

/** Changes the address by hand, in the page that is open. */
const go = (page: Page, hash: string) => page.evaluate((wanted) => location.assign(wanted), hash)

/** The notice on the screen, which screen readers announce, too. */
const readNotice = (page: Page) => page.$eval('[role="status"].notice', ({ textContent }) => textContent)

/** What chat programs make of a slide's address. */
const MANGLED = '#Nauda%2DSausra”).'

describe('the address', () => {
  it('stays the talk’s own on the first slide and then names every slide', async () => {
    const { page, problems } = await present()
    expect(await look(page)).toMatchObject({ shown: ['pradzia'], step: 0, address: '' })
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai')
    await press(page, 'ArrowLeft')
    await expectPlace(page, 'pradzia')
    expect(problems).toEqual([])
  })

  it('opens on the slide it names, or on the first one, and goes where a hand changes it', async () => {
    const { page, problems } = await present()
    for (const id of ['sodai', 'kaita', 'pabaiga']) {
      await page.goto('about:blank')
      await page.goto(addressOf('lt', `#${id}`))
      await expectPlace(page, id)
    }
    for (const hash of ['#3', '#help', '#net-hubs', '#<b>']) {
      await page.goto('about:blank')
      await page.goto(addressOf('lt', hash))
      const looked = expect.poll(() => look(page), { message: hash })
      await looked.toMatchObject({ shown: ['pradzia'], step: 0, ready: true })
    }
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai')
    await press(page, 'r')
    await expectReading(page, 'sodai')
    await press(page, 'r')
    await expectPlace(page, 'sodai')
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai', 1)
    for (const id of ['taryba', 'pabaiga', 'sodai']) {
      await go(page, `#${id}`)
      await expectPlace(page, id)
    }
    expect(problems).toEqual([])
  })
})

describe.each([
  { view: 'presenting', expectAt: expectPlace },
  { view: 'reading', expectAt: expectReading },
] as const)('an address that a program has changed, $view', ({ view, expectAt }) => {
  it('finds its slide, and stays where there is none', async () => {
    const { page, problems } = await visit({ view, hash: MANGLED })
    await expectAt(page, 'nauda-sausra')
    await go(page, '#taryba')
    await expectAt(page, 'taryba')
    await go(page, MANGLED)
    await expectAt(page, 'nauda-sausra')
    expect(await readNotice(page)).toBe('')
    await go(page, '#nera-tokios')
    await expect.poll(() => readNotice(page)).toBe(STRINGS.lt.noSlide)
    await expectAt(page, 'nauda-sausra')
    expect(problems).toEqual([])
  })

  it.each(LANGUAGES)('says where it finds none, until one moves (%s)', async (language) => {
    const { page, problems } = await visit({ view, language, hash: '#nera-tokios' })
    await expectAt(page, 'pradzia')
    await expect.poll(() => readNotice(page)).toBe(STRINGS[language].noSlide)
    await expectOn(page, '.notice')
    await go(page, '#taryba')
    await expectAt(page, 'taryba')
    await expect.poll(() => readNotice(page)).toBe('')
    expect(problems).toEqual([])
  })
})

it('a changed address is right in the very first view of a wide screen', async () => {
  const { page } = await visit()
  // Without the player, what is shown is the head's own choice.
  await page.setRequestInterception(true)
  page.on('request', (request) => (request.resourceType() === 'script' ? undefined : void request.continue()))
  await page.goto(addressOf('en', MANGLED), { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => document.querySelector('.slide.present') !== null, POLLING)
  expect((await look(page)).shown).toEqual(['nauda-sausra'])
})

it('an address without a slide is read as it always was without scripts, and nothing is said', async () => {
  const { page, problems } = await visit({ scripts: false })
  await page.goto(addressOf('lt', '#nera-tokios'))
  expect((await lookAtReading(page)).slide).toBe(IDS[0])
  expect(await readNotice(page)).toBe('')
  expect(problems).toEqual([])
})

it('a reload keeps the slide and its step, and the slide while reading', async () => {
  const { page, problems } = await present('#sodai')
  for (const [slide, step] of [
    ['sodai', 1],
    ['kaita', 1],
    ['zygis', 2],
    ['pabaiga', 0],
  ] as const) {
    await go(page, `#${slide}`)
    await expectPlace(page, slide)
    for (let taken = 0; taken < step; taken++) await press(page, 'ArrowRight')
    await expectPlace(page, slide, step)
    await page.reload()
    await expectPlace(page, slide, step)
    await press(page, 'ArrowLeft', 'ArrowRight')
    await expectPlace(page, slide, step)
  }
  await press(page, 'r')
  await expectReading(page, 'pabaiga')
  await page.reload()
  await expectReading(page, 'pabaiga')
  expect(problems).toEqual([])
})

describe('the history', () => {
  it('has an entry for each slide, none for a step, and gives each slide its step back', async () => {
    const { page, problems } = await present('#sodai')
    const before = await page.evaluate(() => history.length)
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectPlace(page, 'taryba')
    expect(await page.evaluate(() => history.length)).toBe(before + 2)
    await page.goBack()
    await expectPlace(page, 'bendrija')
    await page.goBack()
    await expectPlace(page, 'sodai', 2)
    await press(page, 'ArrowLeft')
    await expectPlace(page, 'sodai', 1)
    // Over several entries at once, too.
    await page.evaluate(() => history.go(2))
    await expectPlace(page, 'taryba')
    await page.evaluate(() => history.go(-2))
    await expectPlace(page, 'sodai', 1)
    expect(problems).toEqual([])
  })

  it('may hold a state of any shape', async () => {
    const { page, problems } = await present('#sodai')
    const shapes = ['null', '7', '"step"', '{"step":"2"}', '{"step":-1}', '{"step":null}', '{"other":1}']
    for (const shape of shapes) {
      await page.evaluate((json) => history.replaceState(JSON.parse(json), ''), shape)
      await page.reload()
      await expectPlace(page, 'sodai', 0)
    }
    await page.evaluate(() => history.replaceState({ step: 99 }, ''))
    await page.reload()
    await expectPlace(page, 'sodai', 2)
    expect(problems).toEqual([])
  })

  it('works while reading what was presented before', async () => {
    const { page, problems } = await present('#sodai')
    await press(page, 'End')
    await expectPlace(page, 'pabaiga')
    await press(page, 'r')
    await expectReading(page, 'pabaiga')
    await page.goBack()
    await expectReading(page, 'sodai')
    expect(problems).toEqual([])
  })

  it('brings one back from another page to the slide and the step, awake', async () => {
    const { page, problems } = await present('#zygis')
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectPlace(page, 'zygis', 2)
    await page.goto('about:blank')
    await page.goBack()
    await expectPlace(page, 'zygis', 2)
    await press(page, 'ArrowRight')
    await expectPlace(page, 'zygis', 3)
    expect(problems).toEqual([])
  })
})

describe('the other language', () => {
  it.each(LANGUAGES)('opens from %s on the same slide and step, by key and by link', async (language) => {
    const { page, problems } = await visit()
    const other = language === 'lt' ? 'en' : 'lt'
    await openIn(page, 'presenting', addressOf(language, '#zygis'))
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectPlace(page, 'zygis', 2)
    await press(page, 'l')
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, other)
    await expectPlace(page, 'zygis', 2)
    await press(page, 'ArrowRight')
    await expectPlace(page, 'zygis', 3)
    // Taken over once: a reload keeps the step one has come to since.
    await page.reload()
    await expectPlace(page, 'zygis', 3)
    await page.mouse.move(600, 300)
    await page.click('[data-control="language"]')
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, language)
    await expectPlace(page, 'zygis', 3)
    expect(problems).toEqual([])
  })

  it('is linked with the slide one is on, for whoever copies the link', async () => {
    const { page } = await present('#sodai')
    const link = () => page.$eval('[data-control="language"]', (found) => (found as HTMLAnchorElement).href)
    await expect.poll(link).toBe(addressOf('en', '#sodai'))
    await press(page, 'End')
    await expectPlace(page, 'pabaiga')
    await expect.poll(link).toBe(addressOf('en', '#pabaiga'))
  })
})
