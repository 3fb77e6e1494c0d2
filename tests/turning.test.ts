import { expect, it } from 'vitest'
import type { DrivenPage, Size } from '../src/browser/driven-page.ts'
import { addressOf, expectPlace, expectReading, lookAtReading } from './browser.ts'
import { describeEngines, openView } from './engines.ts'
import { IDS } from './talk.ts'

const PHONES = [
  { upright: { width: 390, height: 664 }, sideways: { width: 750, height: 342 } },
  { upright: { width: 320, height: 568 }, sideways: { width: 568, height: 320 } },
] as const

/** Waits until the page has had the time to go wrong: what it does by itself ends within these frames. */
async function passFrames(page: DrivenPage): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
  })
}

async function turn(page: DrivenPage, view: 'reading' | 'presenting', sizes: readonly Size[]): Promise<void> {
  const expectThere = view === 'reading' ? expectReading : expectPlace
  await openView(page, view, addressOf('lt', `#${IDS[0]}`))
  for (const id of IDS) {
    await page.evaluate((slide) => {
      location.hash = slide
    }, id)
    await expectThere(page, id)
    for (const size of sizes) {
      await page.setViewport(size)
      await passFrames(page)
      await expectThere(page, id)
    }
  }
}

describeEngines('a phone that is turned and turned back', (visit) => {
  it.each(PHONES)('stays at every slide that is read ($upright)', async ({ upright, sideways }) => {
    await turn(await visit(upright), 'reading', [sideways, upright])
  })

  it.each(PHONES)('stays at every slide that is presented ($upright)', async ({ upright, sideways }) => {
    await turn(await visit(upright), 'presenting', [sideways, upright])
  })

  it('stays in the middle of a long slide', async () => {
    const [{ upright, sideways }] = PHONES
    const page = await visit(upright)
    await openView(page, 'reading', addressOf('lt', '#nauda-planas'))
    await expectReading(page, 'nauda-planas')
    await passFrames(page)
    await page.evaluate(() => scrollBy({ top: 400, behavior: 'instant' }))
    await passFrames(page)
    const before = await lookAtReading(page)
    expect(before.slide).toBe('nauda-planas')
    await page.setViewport(sideways)
    await passFrames(page)
    await expect.poll(() => lookAtReading(page)).toMatchObject({ slide: 'nauda-planas' })
    await page.setViewport(upright)
    await passFrames(page)
    await expect
      .poll(async () => Math.abs((await lookAtReading(page)).top - before.top))
      .toBeLessThanOrEqual(2)
  })
})
