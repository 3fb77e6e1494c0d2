import type { Browser } from 'puppeteer-core'
import type { Talk } from '../deck/deck.ts'
import type { Order } from './order.ts'
import { planPrint } from './plan-print.ts'
import { printDocuments } from './print-documents.ts'
import { readSourceDate } from './source-date.ts'

export interface MakeOptions extends Order {
  readonly talk: Talk
  /** The browser may still be starting. */
  readonly browser: Promise<Browser>
  /** Called when the browser is no longer needed. */
  readonly onPrinted?: (() => void) | undefined
}

/** Makes all wanted files in memory. Throws a one-line error that says what failed. */
export async function makeFiles(options: MakeOptions): Promise<void> {
  const date = await readSourceDate()
  const [browser, rows] = await Promise.all([options.browser, planPrint({ ...options, date })])
  await printDocuments({ ...options, scale: options.wanted.scale, browser, rows })
}
