import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentTypeOf } from '../disk/memory-file.ts'

/** The site's files by their path from its root. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * Serves a site from memory, at an address that ends with a slash; `onMissing` gets the address of each file that
 * the site lacks.
 */
export async function serveMemory(files: Files, onMissing: (url: string) => void) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const path = pathname.slice(1)
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const body = files.get(name)
    if (body !== undefined) return response.writeHead(200, { 'Content-Type': contentTypeOf(name) }).end(body)
    // Browsers ask for it by themselves.
    if (name !== 'favicon.ico') onMissing(pathname)
    return response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
