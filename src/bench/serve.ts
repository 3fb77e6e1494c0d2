import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { contentTypeOf } from '../disk/memory-file.ts'
import { readFolder } from '../disk/read-folder.ts'

/** Types that are compressed already; Brotli would only add bytes. */
const PACKED = new Set(['.woff2', '.png', '.webp', '.pdf'])

export interface Served {
  /** With a closing slash. */
  readonly url: string
  close(): Promise<void>
}

interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** All files of a folder by their relative path, with forward slashes. */
export async function readSite(folder: string): Promise<Map<string, Uint8Array>> {
  return new Map((await readFolder(folder)).map(({ name, bytes }) => [name, bytes]))
}

/**
 * Serves files as a good host would, from memory and precompressed with Brotli's highest quality, so that the
 * bench measures the page and not the server. Throws on a file of an unknown type.
 */
export async function serveSite(files: ReadonlyMap<string, Uint8Array>): Promise<Served> {
  const answers = new Map([...files].map(([name, bytes]) => [name, prepare(name, bytes)]))
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    const answer = answers.get(name) ?? answers.get(`${name}index.html`)
    if (answer === undefined) response.writeHead(404).end()
    else response.writeHead(200, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

function prepare(name: string, bytes: Uint8Array): Answer {
  const ending = path.extname(name)
  const packed = !PACKED.has(ending)
  // Node's default quality is the highest, 11.
  const body = packed ? brotliCompressSync(bytes) : bytes
  const headers = { 'Content-Type': contentTypeOf(name), 'Content-Length': `${body.length}` }
  return { headers: packed ? { ...headers, 'Content-Encoding': 'br' } : headers, body }
}
