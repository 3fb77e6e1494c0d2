import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'puppeteer-core'
import { getOrCreate } from '../disk/cache.ts'
import { digestFiles } from '../disk/digest-files.js'
import type { InPage, MeasuredSlides } from '../in-page/contract.ts'
import { ROOT } from '../root.ts'
import type { DrivenPage } from './driven-page.ts'

const FOLDER = 'src/in-page'
const VITE: unknown = createRequire(import.meta.url)('vite/package.json').version

/** Scripts that run in pages: the file in `src/in-page/` and the script's global name there. */
const SCRIPTS = {
  proof: { entry: 'proof-page.ts', name: 'deckProof' },
  slides: { entry: 'slides-page.ts', name: 'deckSlides' },
} as const

/** Calls one of the page's functions by name. */
export type Ask = <Name extends keyof InPage>(
  name: Name,
  ...values: Parameters<InPage[Name]>
) => Promise<ReturnType<InPage[Name]>>

/** Bundles functions that examine a page from inside, again when one of their files has changed. */
export async function bundleInPage(script: keyof typeof SCRIPTS = 'proof'): Promise<string> {
  const { entry, name } = SCRIPTS[script]
  const sources = digestFiles(ROOT, [FOLDER, 'src/measured'])
  const bytes = await getOrCreate([VITE, sources, script], async () => {
    const { build } = await import('vite')
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: false,
        lib: { entry: path.join(ROOT, FOLDER, entry), name, formats: ['iife'] },
      },
    })
    const [first] = [built].flat()
    if (first === undefined || !('output' in first)) throw new Error(`${entry} was not bundled`)
    return new TextEncoder().encode(first.output[0].code)
  })
  return new TextDecoder().decode(bytes)
}

/** Adds the script to the current document. */
export async function installInPage(page: DrivenPage, script: string): Promise<Ask> {
  const { name: global } = SCRIPTS.proof
  await page.evaluate(`(() => { ${script}\nglobalThis.${global} = ${global} })()`)
  return async (name, ...values) => {
    // Sent as text: Puppeteer would send a function with helpers that the compiler adds for Node.
    const call = `${global}.${name}(...${JSON.stringify(values)})`
    return (await page.evaluate(call)) as ReturnType<InPage[typeof name]>
  }
}

/** Measures the slides of the page. Throws for a slide that files of native objects cannot show. */
export async function askForSlides(page: Page, script: string): Promise<MeasuredSlides> {
  const call = `${script};${SCRIPTS.slides.name}.measureSlides()`
  return (await page.evaluate(call)) as MeasuredSlides
}
