import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { Page } from 'puppeteer-core'

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** axe's rules on trial, without `p-as-heading`, which takes the talk's subtitle for a heading. */
const EXPERIMENTAL = [
  'css-orientation-lock',
  'focus-order-semantics',
  'hidden-content',
  'label-content-name-mismatch',
  'table-fake-caption',
  'td-has-header',
]
const COLOURS = ['color-contrast', 'link-in-text-block']
const choose = (rules: readonly string[], enabled: boolean) =>
  Object.fromEntries(rules.map((rule) => [rule, { enabled }]))

/**
 * The violations on the page of all axe rules, best practices too, with the elements. Checks of colours take
 * the longest, so turn them off where another test has made them.
 */
export function findViolations(page: Page, { colours = true } = {}): Promise<string[]> {
  return run(page, { rules: { ...choose(EXPERIMENTAL, true), ...choose(colours ? [] : COLOURS, false) } })
}

/** Like `findViolations`, but colours only, on the page or in the element of a selector. */
export function findFaintColours(page: Page, within = 'html'): Promise<string[]> {
  return run(page, { runOnly: COLOURS }, within)
}

async function run(page: Page, options: Axe.RunOptions, within = 'html'): Promise<string[]> {
  // Loads axe once for each page, through the debugger, so that the page's content policy does not matter.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SCRIPT)
  const violations = await page.evaluate(
    async (place, wanted) => {
      const { axe } = window as unknown as { axe: typeof Axe }
      return (await axe.run(place, { ...wanted, resultTypes: ['violations'] })).violations
    },
    within,
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} on ${target.join(' ')}: ${failureSummary}`),
  )
}
