import { describe, expect, it } from 'vitest'
import { PREFERENCES } from '../src/proof/screens.ts'
import { expectOn, expectPlace, LANGUAGES, PHONE, press, useBrowser, WIDE } from './browser.ts'
import { OUTLINE } from './talk.ts'
import { findFaintColours, findViolations } from './violations.ts'

const visit = useBrowser()
const REDUCED = { name: 'prefers-reduced-motion', value: 'reduce' }

describe.each([
  ['lt', WIDE],
  ['en', PHONE],
] as const)('axe finds no violation (%s)', (language, viewport) => {
  it('while reading, nor on any slide presented', async () => {
    const { page } = await visit({ viewport, view: 'reading', language, hash: '#pradzia' })
    expect(await findViolations(page)).toEqual([])
    await press(page, 'r')
    for (const { slide, steps } of OUTLINE) {
      // In its last step: what is still to come is not there to be checked.
      for (let step = 0; step < steps; step++) await press(page, 'ArrowRight')
      await expectPlace(page, slide, steps)
      expect(await findViolations(page, { colours: false }), slide).toEqual([])
      expect(await findFaintColours(page, `#${slide}`), slide).toEqual([])
      await press(page, 'ArrowRight')
    }
    expect(await findFaintColours(page, '.controls')).toEqual([])
  })
})

describe.each(LANGUAGES)('axe finds no violation (%s)', (language) => {
  // The same in both languages.
  const colours = language === 'lt'

  it('in the overview, in the dialogs and on the black screen', async () => {
    const { page } = await visit({ view: 'presenting', language, hash: '#sodai' })
    for (const [opens, closes, selector] of [
      ['o', 'o', '.overview .slides'],
      ['?', 'Escape', '#help[open]'],
      ['g', 'Escape', '#jump[open]'],
      ['b', 'b', '.pause-overlay'],
    ] as const) {
      await press(page, opens)
      await expectOn(page, selector)
      expect(await findViolations(page, { colours }), selector).toEqual([])
      await press(page, closes)
      await expectOn(page, selector, false)
    }
  })

  it('while reading on a phone: in the contents, at no such slide, with keys switched off', async () => {
    const { page } = await visit({ viewport: PHONE, view: 'reading', language })
    await page.click('.contents-toggle')
    await expectOn(page, '.contents')
    expect(await findViolations(page, { colours })).toEqual([])
    await press(page, 'Escape')
    await expectOn(page, '.contents', false)
    await press(page, 'g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('99')
    await press(page, 'Enter')
    await expectOn(page, '#jump-error')
    expect(await findViolations(page, { colours })).toEqual([])
    await press(page, 'Escape')
    await expectOn(page, '#jump[open]', false)
    await press(page, '?')
    await expectOn(page, '#help[open]')
    await page.click('#character-keys')
    await expectOn(page, 'html[data-character-keys="off"]')
    expect(await findViolations(page, { colours })).toEqual([])
  })
})

// The same colours in both languages.
it('axe finds no violation in any colours that one may ask for', async () => {
  const { page } = await visit({ view: 'reading', hash: '#taryba' })
  const session = await page.createCDPSession()
  const preferences = Object.entries(PREFERENCES).filter(([preference]) => preference !== 'spacing')
  const expectNone = async (where: string, within?: string) => {
    for (const [preference, features] of preferences) {
      await session.send('Emulation.setEmulatedMedia', { features: [...features, REDUCED] })
      expect(await findFaintColours(page, within), `${where}, ${preference}`).toEqual([])
    }
  }
  await expectNone('reading')
  await press(page, 'r')
  await expectPlace(page, 'taryba')
  await expectNone('presenting', '.controls')
  await press(page, '?')
  await expectOn(page, '#help[open]')
  await expectNone('in the help sheet', '#help')
  await press(page, 'Escape')
  await expectOn(page, '#help[open]', false)
  await press(page, 'o')
  await expectOn(page, '.overview .slides')
  await expectNone('in the overview')
})
