import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentTypeOf, type MemoryFile } from '../disk/memory-file.ts'

/**
 * Serves a site from memory, at an address that ends with a slash; `onMissing` gets the address of each file that
 * the site lacks.
 */
export async function serveMemory(files: readonly MemoryFile[], onMissing: (url: string) => void) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const path = pathname.slice(1)
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const found = files.find((file) => file.name === name)
    if (found !== undefined)
      return response.writeHead(200, { 'Content-Type': contentTypeOf(name) }).end(found.bytes)
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
