import { AxePuppeteer } from '@axe-core/puppeteer'
import type { Page } from 'puppeteer'

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
const OPTIONS = { rules: Object.fromEntries(EXPERIMENTAL.map((rule) => [rule, { enabled: true }])) }

/** Every rule of axe's, best practices too, that finds something on the page; the elements it names. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxePuppeteer(page).options(OPTIONS).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} on ${target.join(' ')}: ${failureSummary}`),
  )
}
