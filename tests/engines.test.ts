import { expect, it } from 'vitest'
import { addressOf, expectPlace, expectReading } from './browser.ts'
import { describeEngines, openView } from './engines.ts'

describeEngines('every engine', (visit) => {
  it('reads and presents', async () => {
    const page = await visit({ width: 390, height: 664 })
    await openView(page, 'reading', addressOf('lt', '#zygis'))
    await expectReading(page, 'zygis')
    const stage = await visit({ width: 1280, height: 720 })
    await openView(stage, 'presenting', addressOf('lt', '#sodai'))
    await expectPlace(stage, 'sodai')
    await stage.keyboard.press('ArrowRight')
    await expectPlace(stage, 'sodai', 1)
    expect(await stage.evaluate(() => [innerWidth, matchMedia('(prefers-reduced-motion)').matches])).toEqual([
      1280,
      true,
    ])
  })
})
