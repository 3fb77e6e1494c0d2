import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTalk } from '../scripts/load-talk.ts'
import { TALKS } from '../slides/index.ts'
import { LANGUAGES } from '../src/deck/language.ts'
import { proofSite } from '../src/proof/proof.ts'
import { SCREENS } from '../src/proof/screens.ts'
import { composeSite } from '../src/site/compose.ts'
import { renderDeckStyles } from '../src/site/styles.ts'
import { startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const isWanted = ({ width }: (typeof SCREENS)[number]) => width === 1280 || width === 390

it.each(TALKS)('“%s” is sound on a wide screen, on a phone and printed, in both languages', async (talk) => {
  const loaded = await findTalk(talk).load()
  const styles = renderDeckStyles()
  const fontFolder = 'assets/'
  const site = await composeSite({ talk: loaded, styles, fontFolder })
  const faults: string[] = []
  await proofSite({
    browser,
    site,
    fontFolder,
    engines: ['chromium'],
    languages: LANGUAGES,
    slides: Object.keys(loaded.deck.slides),
    screens: SCREENS.filter(isWanted),
    colours: [],
    print: true,
    onFinding({ severity, language, slide, place, what }) {
      if (severity === 'fault') faults.push(`${language} ${slide} ${place}: ${what}`)
    },
  })
  expect(faults).toEqual([])
})
