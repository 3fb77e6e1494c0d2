import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import {
  addressOf,
  expectOn,
  expectPlace,
  expectReading,
  LANGUAGES,
  look,
  lookAtReading,
  openIn,
  PHONE,
  POLLING,
  useBrowser,
} from './browser.ts'
import { IDS } from './talk.ts'

const visit = useBrowser()

const SAYS = { lt: 'Šiuo adresu skaidrės nėra', en: 'There is no slide at this address' } as const
const slide = IDS.find((id) => id.includes('-')) ?? ''
const other = IDS.at(3) ?? ''

/** What chat programs make of a slide's address. */
const MANGLED = [
  `#${slide.replace('-', '%2D')}`,
  `#${slide.toUpperCase()}`,
  `#${slide}).`,
  `#${slide}”,`,
  `#${slide.replace('-', '%2D')}%22`,
]

/** The notice on the screen, which screen readers announce, too. */
const readNotice = (page: Page) => page.$eval('[role="status"].notice', ({ textContent }) => textContent)

/** Loads the page as a pasted address does; a new hash alone would not load it. */
async function paste(page: Page, view: 'reading' | 'presenting', address: string): Promise<void> {
  await page.goto('about:blank')
  await openIn(page, view, address)
}

describe.each([
  { view: 'presenting', expectAt: expectPlace },
  { view: 'reading', expectAt: expectReading },
] as const)('an address that a program has changed, $view', ({ view, expectAt }) => {
  it('finds its slide, and is put right', async () => {
    const { page, problems } = await visit()
    for (const hash of MANGLED) {
      await paste(page, view, addressOf('lt', hash))
      await expectAt(page, slide)
      expect(await readNotice(page)).toBe('')
    }
    expect(problems).toEqual([])
  })

  it('finds its slide where a hand has changed it in the open page, and stays where there is none', async () => {
    const { page, problems } = await visit()
    await openIn(page, view, addressOf('lt', `#${other}`))
    for (const hash of MANGLED) {
      await page.evaluate((wanted) => location.assign(wanted), `#${other}`)
      await expectAt(page, other)
      await page.evaluate((wanted) => location.assign(wanted), hash)
      await expectAt(page, slide)
    }
    await page.evaluate(() => location.assign('#nera-tokios'))
    await expect.poll(() => readNotice(page)).toBe(SAYS.lt)
    await expectAt(page, slide)
    expect(problems).toEqual([])
  })

  it.each(LANGUAGES)('says where it finds none, until one moves (%s)', async (language) => {
    const { page, problems } = await visit()
    await openIn(page, view, addressOf(language, '#nera-tokios'))
    await expectAt(page, IDS[0] ?? '')
    await expect.poll(() => readNotice(page)).toBe(SAYS[language])
    await expectOn(page, '.notice')
    await page.evaluate((wanted) => location.assign(wanted), `#${other}`)
    await expectAt(page, other)
    await expect.poll(() => readNotice(page)).toBe('')
    expect(problems).toEqual([])
  })
})

it('a changed address is right in the very first view of a phone and of a wide screen', async () => {
  const { page } = await visit({ viewport: PHONE })
  await openIn(page, 'reading', addressOf('en', MANGLED[1]))
  await expectReading(page, slide)
  const { page: wide } = await visit()
  // Without the player, what is shown is the head's own choice.
  await wide.setRequestInterception(true)
  wide.on('request', (request) => (request.resourceType() === 'script' ? undefined : void request.continue()))
  await wide.goto(addressOf('en', MANGLED[1]), { waitUntil: 'domcontentloaded' })
  await wide.waitForFunction(() => document.querySelector('.slide.present') !== null, POLLING)
  expect((await look(wide)).shown).toEqual([slide])
})

it('an address without a slide is read as it always was without scripts, and nothing is said', async () => {
  const { page, problems } = await visit({ scripts: false })
  await page.goto(addressOf('lt', MANGLED[0]))
  await expect.poll(async () => (await lookAtReading(page)).slide).toBe(slide)
  await page.goto('about:blank')
  await page.goto(addressOf('lt', '#nera-tokios'))
  expect((await lookAtReading(page)).slide).toBe(IDS[0])
  expect(await readNotice(page)).toBe('')
  expect(problems).toEqual([])
})
