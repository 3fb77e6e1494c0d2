import { expect, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
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

async function goTo(page: DrivenPage, id: string): Promise<void> {
  await page.evaluate((slide) => {
    location.hash = slide
  }, id)
}

describeEngines('a phone that is turned and turned back', (visit) => {
  it.each(PHONES)('stays at every slide, read or presented ($upright)', async ({ upright, sideways }) => {
    for (const view of ['reading', 'presenting'] as const) {
      const expectThere = view === 'reading' ? expectReading : expectPlace
      const page = await visit(upright)
      await openView(page, view, addressOf('lt', `#${IDS[0]}`))
      for (const id of IDS) {
        await goTo(page, id)
        for (const size of [upright, sideways, upright]) {
          await page.setViewport(size)
          await passFrames(page)
          await expectThere(page, id)
        }
      }
    }
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
