import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import type { DrivenBrowser, DrivenPage, Size } from '../src/browser/driven-page.ts'
import { ENGINES, type Engine, launchEngine, tellMissing } from '../src/browser/launch-engine.ts'
import { open } from './browser.ts'

/** Opens a window of exactly this inner size; it closes after its test. */
export type Visit = (size: Size) => Promise<DrivenPage>

/**
 * Runs the same tests in each engine. Where one cannot be started its tests are left out, and their title says how to
 * get it. An engine's windows share their storage.
 */
export function describeEngines(
  title: string,
  tests: (visit: Visit, engine: Engine) => void,
  engines: readonly Engine[] = ENGINES,
): void {
  for (const engine of engines) {
    const missing = tellMissing(engine)
    const where = `${title} (${engine}${missing === undefined ? '' : `: ${missing}`})`
    describe.skipIf(missing !== undefined)(where, () => tests(useEngine(engine), engine))
  }
}

function useEngine(engine: Engine): Visit {
  let browser: DrivenBrowser | undefined
  const pages: DrivenPage[] = []
  beforeAll(async () => {
    browser = await launchEngine(engine)
  })
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()))
  })
  afterAll(() => browser?.close())
  return async (size) => {
    if (browser === undefined) throw new Error('the browser has not been started')
    const page = await browser.open(size)
    pages.push(page)
    return page
  }
}

/** Opens the talk in the given view, in any engine. */
export async function openView(
  page: DrivenPage,
  view: 'reading' | 'presenting',
  address: string,
): Promise<void> {
  // A file of the site that runs nothing: the window's choice must be there before the page is.
  await page.goto(`${inject('siteUrl')}robots.txt`)
  await page.evaluate((wanted) => sessionStorage.setItem('view', wanted), view)
  await open(page, address)
}
