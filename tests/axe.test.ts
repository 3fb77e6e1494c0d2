import { describe, expect, it } from 'vitest'
import { PREFERENCES } from '../src/proof/screens.ts'
import { addressOf, expectOn, expectPlace, LANGUAGES, openIn, PHONE, useBrowser, WIDE } from './browser.ts'
import { OUTLINE } from './talk.ts'
import { findFaintColours, findViolations } from './violations.ts'

const visit = useBrowser()
const REDUCED = { name: 'prefers-reduced-motion', value: 'reduce' }

describe.each(LANGUAGES)('axe finds no violation (%s)', (language) => {
  // The same in both languages, but for what only one has: that is all there while one reads.
  const colours = language === 'lt'

  it.each([
    ['a wide screen', WIDE],
    ['a phone', PHONE],
  ])('while reading on %s', async (_screen, viewport) => {
    const { page } = await visit({ viewport, view: 'reading', language })
    expect(await findViolations(page)).toEqual([])
  })

  // Words that are longer in one language make most of a difference on a phone.
  it.each([...(colours ? [['a wide screen', WIDE] as const] : []), ['a phone', PHONE] as const])(
    'on any slide presented on %s',
    async (_screen, viewport) => {
      const { page } = await visit({ viewport, view: 'presenting', language, hash: '#pradzia' })
      for (const { slide, steps } of OUTLINE) {
        // In its last step: what is still to come is not there to be checked.
        for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
        await expectPlace(page, slide, steps)
        expect(await findViolations(page, { colours: false }), slide).toEqual([])
        if (colours) expect(await findFaintColours(page, `#${slide}`), slide).toEqual([])
        await page.keyboard.press('ArrowRight')
      }
      if (colours) expect(await findFaintColours(page, '.controls')).toEqual([])
    },
  )

  it('in the overview, in the dialogs and on the black screen', async () => {
    const { page } = await visit({ view: 'presenting', language, hash: '#sodai' })
    for (const [opens, closes, selector] of [
      ['o', 'o', '.overview .slides'],
      ['?', 'Escape', '#help[open]'],
      ['g', 'Escape', '#jump[open]'],
      ['b', 'b', '.pause-overlay'],
    ] as const) {
      await page.keyboard.press(opens)
      await expectOn(page, selector)
      expect(await findViolations(page, { colours }), selector).toEqual([])
      await page.keyboard.press(closes)
      await expectOn(page, selector, false)
    }
  })

  it('while reading on a phone: in the contents, at no such slide, with keys switched off', async () => {
    const { page } = await visit({ viewport: PHONE, view: 'reading', language })
    await page.click('.contents-toggle')
    await expectOn(page, '.contents')
    expect(await findViolations(page, { colours })).toEqual([])
    await page.keyboard.press('Escape')
    await expectOn(page, '.contents', false)
    await page.keyboard.press('g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('99')
    await page.keyboard.press('Enter')
    await expectOn(page, '#jump-error')
    expect(await findViolations(page, { colours })).toEqual([])
    await page.keyboard.press('Escape')
    await expectOn(page, '#jump[open]', false)
    await page.keyboard.press('?')
    await expectOn(page, '#help[open]')
    await page.click('#character-keys')
    await expectOn(page, 'html[data-character-keys="off"]')
    expect(await findViolations(page, { colours })).toEqual([])
  })
})

// The same colours in both languages.
it('axe finds no violation in any colours that one may ask for', async () => {
  const { page } = await visit()
  const session = await page.createCDPSession()
  const preferences = Object.entries(PREFERENCES).filter(([preference]) => preference !== 'spacing')
  const expectNone = async (where: string) => {
    for (const [preference, features] of preferences) {
      await session.send('Emulation.setEmulatedMedia', { features: [...features, REDUCED] })
      expect(await findFaintColours(page), `${where}, ${preference}`).toEqual([])
    }
  }
  await openIn(page, 'reading', addressOf('lt', '#taryba'))
  await expectNone('reading')
  await page.keyboard.press('r')
  await expectPlace(page, 'taryba')
  await expectNone('presenting')
  await page.keyboard.press('?')
  await expectOn(page, '#help[open]')
  await expectNone('in the help sheet')
  await page.keyboard.press('Escape')
  await expectOn(page, '#help[open]', false)
  await page.keyboard.press('o')
  await expectOn(page, '.overview .slides')
  await expectNone('in the overview')
})
