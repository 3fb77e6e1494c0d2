import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer'
import { build } from 'vite'
import type { InPage } from './in-page/contract.ts'

const ENTRY = fileURLToPath(new URL('./in-page/proof-page.ts', import.meta.url))
const NAME = 'deckProof'

/** Asks the page, by the name of what is asked for. */
export type Ask = <Name extends keyof InPage>(
  name: Name,
  ...values: Parameters<InPage[Name]>
) => Promise<ReturnType<InPage[Name]>>

/** The functions that look at a page from within, as one script. */
export async function bundleInPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: ENTRY, name: NAME, formats: ['iife'] } },
  })
  const [first] = [built].flat()
  if (first === undefined || !('output' in first)) throw new Error(`${ENTRY} was not bundled`)
  return first.output[0].code
}

/** Puts the script into the document that the page shows now. */
export async function installInPage(page: Page, script: string): Promise<Ask> {
  await page.evaluate(script)
  return async (name, ...values) => {
    // As text: a function given to the page would carry what the compiler adds for Node.
    const call = `${NAME}.${name}(...${JSON.stringify(values)})`
    return (await page.evaluate(call)) as ReturnType<InPage[typeof name]>
  }
}
