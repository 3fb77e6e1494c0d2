import type { HTTPRequest, Page } from 'puppeteer-core'
import { contentTypeOf } from '../disk/memory-file.ts'

/** The site's origin in the browser. No such host exists: every request is answered from memory. */
export const ORIGIN = 'http://deck.localhost'

/** The site's files by their path from its root. */
export type Files = ReadonlyMap<string, Uint8Array>

/** Answers the page's requests from memory; `onMissing` gets the address of each file that the site lacks. */
export async function serveMemory(page: Page, files: Files, onMissing: (url: string) => void): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    answer(request, files, onMissing).catch((error) => page.emit('error', error))
  })
}

async function answer(request: HTTPRequest, files: Files, onMissing: (url: string) => void): Promise<void> {
  const url = new URL(request.url())
  if (url.protocol === 'data:') return request.continue()
  const path = url.pathname.slice(1)
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const body = url.origin === ORIGIN ? files.get(name) : undefined
  if (body === undefined) {
    onMissing(request.url())
    return request.respond({ status: 404, body: '' })
  }
  return request.respond({ status: 200, contentType: contentTypeOf(name), body })
}
