import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { Page } from 'puppeteer-core'

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/**
 * Those of axe's rules that it leaves out unless they are asked for, as it still tries them out; without
 * `p-as-heading`, which takes the talk's subtitle for a heading.
 */
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
 * Every rule of axe's, best practices too, that finds something on the page; the elements it names. Colours are what
 * takes it longest: without them where they have been looked at before.
 */
export function findViolations(page: Page, { colours = true } = {}): Promise<string[]> {
  return run(page, { rules: { ...choose(EXPERIMENTAL, true), ...choose(colours ? [] : COLOURS, false) } })
}

/** As `findViolations`, of colours alone, on the page or in the part of it that a selector finds. */
export function findFaintColours(page: Page, within = 'html'): Promise<string[]> {
  return run(page, { runOnly: COLOURS }, within)
}

async function run(page: Page, options: Axe.RunOptions, within = 'html'): Promise<string[]> {
  // The library's own script, once a page; it holds no page's policy against itself.
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
