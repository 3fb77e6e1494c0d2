import { createRequire } from 'node:module'
import path from 'node:path'
import { getOrCreate } from '../disk/cache.ts'
import { digestFiles } from '../disk/digest-files.js'
import type { InPage } from '../in-page/contract.ts'
import { ROOT } from '../root.ts'
import type { DrivenPage } from './driven-page.ts'

const FOLDER = 'src/in-page'
const VITE: unknown = createRequire(import.meta.url)('vite/package.json').version

/** Calls one of the page's functions by name. */
export type Ask = <Name extends keyof InPage>(
  name: Name,
  ...values: Parameters<InPage[Name]>
) => Promise<Awaited<ReturnType<InPage[Name]>>>

/** Adds the functions that examine a page from inside to the current document. */
export async function installInPage(page: DrivenPage): Promise<Ask> {
  await page.evaluate(`(() => { ${await bundleInPage()}\nglobalThis.inPage = inPage })()`)
  return (name, ...values) => {
    // Sent as text: Puppeteer would send a function with helpers that the compiler adds for Node.
    const answer = page.evaluate(`inPage.${name}(...${JSON.stringify(values)})`)
    return answer as Promise<Awaited<ReturnType<InPage[typeof name]>>>
  }
}

/** Bundles the functions, again when one of their files has changed. */
async function bundleInPage(): Promise<string> {
  const sources = digestFiles(ROOT, [FOLDER, 'src/measured'])
  const bytes = await getOrCreate([VITE, sources], async () => {
    const { build } = await import('vite')
    const entry = path.join(ROOT, FOLDER, 'in-page.ts')
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { entry, name: 'inPage', formats: ['iife'] } },
    })
    const [first] = [built].flat()
    if (first === undefined || !('output' in first)) throw new Error(`${entry} was not bundled`)
    return new TextEncoder().encode(first.output[0].code)
  })
  return new TextDecoder().decode(bytes)
}
