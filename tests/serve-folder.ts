import { readFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sirv from 'sirv'

/**
 * A static host that serves a built site in the folder `/deck/` instead of the root, so all addresses of the
 * site must be relative. Like real hosts, it answers unknown addresses with the site's own page.
 */
export function serveFolder(folder: string): RequestListener {
  const serve = sirv(folder, { dev: true })
  return (request, response) => {
    const sayNotFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(readFileSync(path.join(folder, '404.html')))
    }
    const inside = request.url?.match(/^\/deck(\/.*)$/)?.[1]
    if (inside === undefined) return sayNotFound()
    request.url = inside
    serve(request, response, sayNotFound)
  }
}

/** Starts to listen on any free port of this machine alone, and returns the port. */
export async function listenHere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
