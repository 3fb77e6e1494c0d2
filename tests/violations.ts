import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { Page } from 'puppeteer'

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
const ALL: Axe.RunOptions = {
  rules: Object.fromEntries(EXPERIMENTAL.map((rule) => [rule, { enabled: true }])),
}
/** Those whose answer depends on colours. */
const COLOURS: Axe.RunOptions = {
  runOnly: ['color-contrast', 'link-in-text-block'],
}

/** Every rule of axe's, best practices too, that finds something on the page; the elements it names. */
export function findViolations(page: Page): Promise<string[]> {
  return run(page, ALL)
}

/** As `findViolations`, of a page that was looked at in other colours. */
export function findFaintColours(page: Page): Promise<string[]> {
  return run(page, COLOURS)
}

async function run(page: Page, options: Axe.RunOptions): Promise<string[]> {
  // The library's own script, once a page; it holds no page's policy against itself.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SCRIPT)
  const { violations } = await page.evaluate(
    (wanted) =>
      (window as unknown as { axe: typeof Axe }).axe.run(document, {
        ...wanted,
        resultTypes: ['violations'],
      }),
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} on ${target.join(' ')}: ${failureSummary}`),
  )
}
