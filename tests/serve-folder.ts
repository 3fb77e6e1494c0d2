import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'

/**
 * A static host that serves a built site as a folder of it, `/deck/`, not as its root: every address of the site must
 * be relative. As hosts do, it answers with the site's own page where there is nothing.
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
