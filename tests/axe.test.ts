import { describe, expect, it } from 'vitest'
import { WISHES } from '../src/proof/screens.ts'
import { addressOf, expectOn, expectPlace, LANGUAGES, openIn, PHONE, useBrowser, WIDE } from './browser.ts'
import { COURSE } from './talk.ts'
import { findFaintColours, findViolations } from './violations.ts'

const visit = useBrowser()
const REDUCED = { name: 'prefers-reduced-motion', value: 'reduce' }

describe.each(LANGUAGES)('axe finds no violation (%s)', (language) => {
  it.each([
    ['a wide screen', WIDE],
    ['a phone', PHONE],
  ])('while reading on %s', async (_screen, viewport) => {
    const { page } = await visit({ viewport })
    await openIn(page, 'reading', addressOf(language))
    expect(await findViolations(page)).toEqual([])
  })

  it.each([
    ['a wide screen', WIDE],
    ['a phone', PHONE],
  ])('on any slide presented on %s', async (_screen, viewport) => {
    const { page } = await visit({ viewport })
    await openIn(page, 'presenting', addressOf(language, '#pradzia'))
    for (const { slide, steps } of COURSE) {
      // In its last step: what is still to come is not there to be checked.
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
      await expectPlace(page, slide, steps)
      expect(await findViolations(page), slide).toEqual([])
      await page.keyboard.press('ArrowRight')
    }
  })

  it.each([
    ['in the overview', 'o', '.overview .slides'],
    ['in the help sheet', '?', '#help[open]'],
    ['where one asks for a slide', 'g', '#jump[open]'],
    ['on the black screen', 'b', '.pause-overlay'],
  ] as const)('%s', async (_where, key, selector) => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf(language, '#sodai'))
    await page.keyboard.press(key)
    await expectOn(page, selector)
    expect(await findViolations(page)).toEqual([])
  })

  it('in the help sheet while reading, its keys of one character switched off', async () => {
    const { page } = await visit({ viewport: PHONE })
    await openIn(page, 'reading', addressOf(language))
    await page.keyboard.press('?')
    await expectOn(page, '#help[open]')
    await page.click('#character-keys')
    await expectOn(page, 'html[data-character-keys="off"]')
    expect(await findViolations(page)).toEqual([])
  })

  it('with the contents open on a phone', async () => {
    const { page } = await visit({ viewport: PHONE })
    await openIn(page, 'reading', addressOf(language))
    await page.click('.contents-toggle')
    await expectOn(page, '.contents')
    expect(await findViolations(page)).toEqual([])
  })

  it('where one is told that there is no such slide', async () => {
    const { page } = await visit({ viewport: PHONE })
    await openIn(page, 'reading', addressOf(language))
    await page.keyboard.press('g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('99')
    await page.keyboard.press('Enter')
    await expectOn(page, '#jump-error')
    expect(await findViolations(page)).toEqual([])
  })
})

// The same colours in both languages.
describe('axe finds no violation', () => {
  it.each(Object.entries(WISHES).filter(([wish]) => wish !== 'spacing'))(
    'read and presented by whoever asked for %s',
    async (_wish, features) => {
      const { page } = await visit()
      const session = await page.createCDPSession()
      await session.send('Emulation.setEmulatedMedia', { features: [...features, REDUCED] })
      await openIn(page, 'reading', addressOf('lt', '#taryba'))
      expect(await findFaintColours(page)).toEqual([])
      await page.keyboard.press('r')
      await expectPlace(page, 'taryba')
      expect(await findFaintColours(page)).toEqual([])
      await page.keyboard.press('?')
      await expectOn(page, '#help[open]')
      expect(await findFaintColours(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expectOn(page, '#help[open]', false)
      await page.keyboard.press('o')
      await expectOn(page, '.overview .slides')
      expect(await findFaintColours(page)).toEqual([])
    },
  )
})
