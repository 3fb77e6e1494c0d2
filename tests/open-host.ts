import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inject } from 'vitest'
import { serveFolder } from './serve-folder.ts'

export interface Host {
  /** The site's address, with a closing slash. */
  readonly url: string
  /** An empty page beside the site. */
  readonly emptyPage: string
  /** The network is gone. */
  cut(): Promise<void>
}

/** A host of the built site that a test may cut off. */
export async function openHost(): Promise<Host> {
  const serve = serveFolder(inject('siteFolder'))
  const server = createServer((request, response) => {
    if (request.url === '/empty') response.setHeader('Content-Type', 'text/html').end('<!doctype html>')
    else serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url: `${origin}/deck/`,
    emptyPage: `${origin}/empty`,
    async cut() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close().closeAllConnections()
      await closed
    },
  }
}
