import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, tellMissing } from '../src/browser/launch-engine.ts'
import { PHONE, startBrowser } from './browser.ts'
import { addStyle, composeProof, proofTalk } from './proof-talk.ts'
import { SAMPLE } from './sample-talk.ts'

const missing = ENGINES.map(tellMissing).find((what) => what !== undefined)
let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** What only Firefox takes, so that a title is wrong in it alone. */
const IN_FIREFOX = '@supports (-moz-orient: inline) { #zygis .title { white-space: nowrap } }'

describe.skipIf(missing !== undefined)(
  `the proof in engines${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    it('names the engine in which something is wrong, and lays the pictures of three side by side', async () => {
      const looked = await composeProof(SAMPLE)
      const sheets: Record<string, number> = {}
      const { fault } = await proofTalk(browser, looked, {
        engines: ENGINES,
        site: addStyle(looked.site, IN_FIREFOX),
        slides: ['pradzia', 'zygis'],
        screens: [PHONE],
        onSheet(name, png) {
          // A PNG file's width: https://www.w3.org/TR/png/#11IHDR
          sheets[name] = Buffer.from(png).readUInt32BE(16)
        },
      })
      expect(fault).toEqual([
        expect.stringMatching(/^lt zygis 390x844 firefox reading, firefox presenting: text “.*” is cut off /),
      ])
      const width = 3 * (390 + 24) + 24
      expect(sheets).toEqual({
        'lt-390x844': width,
        'lt-390x844-presenting': width,
        'lt-console': 3 * (640 + 24) + 24,
      })
      const alone: string[] = []
      const options = { slides: ['zygis'], screens: [PHONE], onSheet: (name: string) => alone.push(name) }
      expect((await proofTalk(browser, looked, { engines: ['webkit'], ...options })).fault).toEqual([])
      expect(alone.toSorted()).toEqual(Object.keys(sheets).toSorted())
    })
  },
)
