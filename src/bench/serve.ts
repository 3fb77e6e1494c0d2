import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'puppeteer-core'
import { launchBrowser } from '../browser/launch-browser.ts'
import { contentTypeOf, type MemoryFile, textFile } from '../disk/memory-file.ts'
import { readFolder } from '../disk/read-folder.ts'
import type { MeasureOptions } from './build.ts'
import { timeScript } from './whole-process.ts'

/**
 * Larger than any page measured here, in screen pixels. A browser does not draw what is outside the window,
 * and reports such a change only with a later frame.
 */
const WINDOW = '--window-size=1600,1700'
/** Types that are compressed already; Brotli would only add bytes. */
const PACKED = /\.(woff2|png|jpg|webp|avif|pdf)$/

export interface ServeOptions extends Pick<MeasureOptions, 'folder' | 'talk'> {
  /** Files beside the site's own, such as the floor's page, by name. */
  readonly pages: Readonly<Record<string, string>>
  /** The project that builds the site, if it is not this one. */
  readonly root?: string
}

/** Serves a site, and starts the browser to visit it with. `use` gets that browser and the site's address. */
export async function withSite<T>(
  { flags = [], ...options }: ServeOptions & { readonly flags?: readonly string[] },
  use: (browser: Browser, url: string) => Promise<T>,
): Promise<T> {
  const { url, close } = await serveSite(options)
  const browser = await launchVisitor(flags)
  try {
    return await use(browser, url)
  } finally {
    await browser.close()
    close()
  }
}

/**
 * The browser that visits a site. `flags` are its own. Puppeteer must not listen to its network: the browser
 * would decode a copy of each document before it paints it.
 */
export function launchVisitor(flags: readonly string[]): Promise<Browser> {
  return launchBrowser(console.error, { networkEnabled: false, args: [WINDOW, ...flags] })
}

/**
 * Builds the site and serves it as a good host would, packed with Brotli's highest quality, so that the bench
 * measures the page and not the server. Its address ends with a slash.
 */
export async function serveSite({ folder, talk, pages, root }: ServeOptions) {
  const site = path.join(folder, 'site')
  await timeScript('build', ['--out', site, ...talk], {}, root)
  const files = [...(await readFolder(site)), ...Object.entries(pages).map((page) => textFile(...page))]
  const answers = new Map(files.map((file) => [file.name, prepare(file)]))
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    const answer = answers.get(name) ?? answers.get(`${name}index.html`)
    if (answer === undefined) response.writeHead(404).end()
    else response.writeHead(200, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close().closeAllConnections(),
  }
}

function prepare({ name, bytes }: MemoryFile) {
  const isPacked = PACKED.test(name)
  // Node's default quality is the highest, 11.
  const body = isPacked ? bytes : brotliCompressSync(bytes)
  const headers = { 'Content-Type': contentTypeOf(name), 'Content-Length': `${body.length}` }
  return { headers: isPacked ? headers : { ...headers, 'Content-Encoding': 'br' }, body }
}
