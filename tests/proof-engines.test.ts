import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, type Engine, tellMissing } from '../src/browser/launch-engine.ts'
import { composeConsole } from '../src/console/node/compose-console.ts'
import { proofSite } from '../src/proof/proof.ts'
import { composeSite, type Site } from '../src/site/compose.ts'
import { renderDeckStyles } from '../src/site/styles.ts'
import { startBrowser } from './browser.ts'
import { SAMPLE } from './sample-talk.ts'

const missing = ENGINES.map(tellMissing).find((what) => what !== undefined)
let browser: Browser
let site: Site
let speaker: Site
beforeAll(async () => {
  browser = await startBrowser()
  site = await composeSite({ talk: SAMPLE, styles: renderDeckStyles() })
  speaker = await composeConsole({ talk: SAMPLE, room: 'proof' })
})
afterAll(() => browser.close())

async function proof(
  engines: readonly Engine[],
  looked: Site,
): Promise<{ faults: string[]; sheets: object }> {
  const faults: string[] = []
  const sheets: Record<string, number> = {}
  await proofSite({
    browser,
    engines,
    site: looked,
    console: speaker,
    languages: ['lt'],
    slides: ['pradzia', 'zygis'],
    screens: [{ width: 390, height: 844 }],
    colours: [],
    print: false,
    onFinding({ severity, slide, place, what }) {
      if (severity === 'fault') faults.push(`${slide} ${place}: ${what}`)
    },
    onSheet(name, png) {
      // A PNG file's width: https://www.w3.org/TR/png/#11IHDR
      sheets[name] = Buffer.from(png).readUInt32BE(16)
    },
  })
  return { faults, sheets }
}

describe.skipIf(missing !== undefined)(
  `the proof in engines${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    it('finds nothing, and lays the pictures of three side by side', async () => {
      const width = 3 * (390 + 24) + 24
      expect(await proof(ENGINES, site)).toEqual({
        faults: [],
        sheets: { 'lt-390x844': width, 'lt-390x844-presenting': width, 'lt-console': 3 * (640 + 24) + 24 },
      })
    })

    it('names the engine in which something is wrong', async () => {
      const pages = site.pages.map((page) => ({
        ...page,
        html: page.html.replace('</head>', '<style>#zygis .title{white-space:nowrap}</style></head>'),
      }))
      const { faults } = await proof(['webkit'], { ...site, pages })
      expect(faults).toContainEqual(
        expect.stringMatching(/^zygis 390x844 webkit reading, webkit presenting: text “.*” is cut off /),
      )
    })
  },
)
