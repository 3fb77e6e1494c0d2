import { expect, it } from 'vitest'
import { addressOf, expectReading } from './browser.ts'
import { describeEngines, openView } from './engines.ts'

const PHONES = [
  { width: 390, height: 664 },
  { width: 320, height: 568 },
]

describeEngines('text that is read', (visit) => {
  it.each(PHONES)('moves by what one scrolls, up and down ($width × $height)', async (size) => {
    const page = await visit(size)
    await openView(page, 'reading', addressOf('lt', '#pabaiga'))
    await expectReading(page, 'pabaiga')
    const { jumps, steps } = await page.evaluate(async () => {
      // Someone who scrolls at once leaves the browser no idle time to lay slides out in.
      Object.assign(globalThis, { setTimeout: () => 0, requestIdleCallback: () => 0 })
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document,
        NodeFilter.SHOW_TEXT,
      )
      const texts: Node[] = []
      while (walker.nextNode() !== null) texts.push(walker.currentNode)
      const range = document.createRange()
      const listTops = () =>
        texts.flatMap((text) => {
          range.selectNodeContents(text)
          const [line] = range.getClientRects()
          return [line === undefined || line.bottom <= 0 || line.top >= innerHeight ? undefined : line.top]
        })
      const found: string[] = []
      let steps = 0
      for (const step of [-100, 100]) {
        for (;;) {
          const before = listTops()
          const from = scrollY
          scrollBy({ top: step, behavior: 'instant' })
          const by = scrollY - from
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
          const after = listTops()
          for (const [index, top] of before.entries()) {
            const now = after[index]
            if (top === undefined || now === undefined || Math.abs(top - by - now) <= 1) continue
            found.push(`at ${from}: “${texts[index]?.textContent?.slice(0, 20)}” by ${top - now}, not ${by}`)
          }
          if (by === 0) break
          steps++
        }
      }
      return { jumps: found, steps }
    })
    expect(jumps).toEqual([])
    expect(steps).toBeGreaterThan(50)
  })
})
