import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTalk } from '../scripts/load-talk.ts'
import { TALKS } from '../slides/index.ts'
import { composeConsole } from '../src/console/node/compose-console.ts'
import type { Talk } from '../src/deck/deck.ts'
import { LANGUAGES } from '../src/deck/language.ts'
import { proofSite } from '../src/proof/proof.ts'
import { SCREENS } from '../src/proof/screens.ts'
import { serveMemory } from '../src/proof/serve-memory.ts'
import { composeSite, listFiles, type Site } from '../src/site/compose.ts'
import { renderDeckStyles } from '../src/site/styles.ts'
import { PHONE, startBrowser, WIDE } from './browser.ts'
import { findViolations } from './violations.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const isWanted = ({ width }: (typeof SCREENS)[number]) => width === 1280 || width === 390

describe.each(TALKS)('“%s”', (name) => {
  let talk: Talk
  let site: Site
  let speaker: Site
  beforeAll(async () => {
    talk = await findTalk(name).load()
    site = await composeSite({ talk, styles: renderDeckStyles(talk.deck) })
    speaker = await composeConsole({ talk, room: 'proof' })
  })

  it('is sound on a wide screen, on a phone and printed, in both languages', async () => {
    const faults: string[] = []
    await proofSite({
      browser,
      site,
      console: speaker,
      engines: ['chromium'],
      languages: LANGUAGES,
      slides: Object.keys(talk.deck.slides),
      screens: SCREENS.filter(isWanted),
      colours: [],
      print: true,
      onFinding({ severity, language, slide, place, what }) {
        if (severity === 'fault') faults.push(`${language} ${slide} ${place}: ${what}`)
      },
    })
    expect(faults).toEqual([])
  })

  it.each(LANGUAGES)('has no violation that axe finds (%s)', async (language) => {
    const page = await browser.newPage()
    const served = await serveMemory(listFiles(site), () => {})
    const { name } = site.pages.find((one) => one.language === language) ?? { name: '' }
    for (const viewport of [WIDE, PHONE]) {
      await page.setViewport(viewport)
      await page.goto(new URL(name, served.url).href)
      expect(await findViolations(page)).toEqual([])
    }
    await page.close()
    served.close()
  })
})
