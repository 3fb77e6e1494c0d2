import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTalk } from '../scripts/load-talk.ts'
import { TALKS } from '../slides/index.ts'
import { LANGUAGES } from '../src/deck/language.ts'
import { serveMemory } from '../src/proof/serve-memory.ts'
import { listFiles } from '../src/site/compose.ts'
import { PHONE, startBrowser, WIDE } from './browser.ts'
import { composeProof, type Looked, proofTalk } from './proof-talk.ts'
import { findViolations } from './violations.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** The slides that cut off a lit hub's companies. */
const findCut = (drawings: Element[]) =>
  drawings.flatMap((drawing) => {
    const slide = drawing.closest('.slide')
    const [{ left, right }, edges] = [drawing.getBoundingClientRect(), slide?.getBoundingClientRect()]
    return edges === undefined || left < edges.left || right > edges.right ? [slide?.id] : []
  })

describe.each(TALKS)('“%s”', (name) => {
  let looked: Looked
  beforeAll(async () => {
    looked = await composeProof(await findTalk(name).load())
  })

  it('is sound on a wide screen, on a phone and printed, in both languages', async () => {
    const options = { languages: LANGUAGES, screens: [WIDE, PHONE], print: true }
    expect((await proofTalk(browser, looked, options)).fault).toEqual([])
  })

  // What a language lacks it lacks on any screen, and what a screen hides it hides in any language.
  it.each([
    ['lt', PHONE],
    ['en', WIDE],
  ] as const)('has no violation that axe finds, nor a cut cluster (%s)', async (language, viewport) => {
    const page = await browser.newPage()
    const served = await serveMemory(listFiles(looked.site), () => {})
    const { name } = looked.site.pages.find((one) => one.language === language) ?? { name: '' }
    await page.setViewport(viewport)
    await page.goto(new URL(name, served.url).href)
    expect(await findViolations(page)).toEqual([])
    expect(await page.$$eval('.track .companies', findCut)).toEqual([])
    await page.close()
    served.close()
  })
})
