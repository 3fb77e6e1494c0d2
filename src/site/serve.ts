import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import sirv from 'sirv'

export interface ServeOptions {
  /** The built site. */
  readonly folder: string
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
}

export interface ServedSite {
  /** Where it can be opened on this machine, with a closing slash. */
  readonly url: string
  /** Where others on the local network can open it; empty while only this machine is served. */
  readonly networkUrls: readonly string[]
  close(): Promise<void>
}

/** Serves a folder. Files with a fingerprint in their name may be cached for ever, pages are asked for anew. */
export async function serveSite({ folder, port, host }: ServeOptions): Promise<ServedSite> {
  const serve = sirv(folder, {
    etag: true,
    setHeaders(response, pathname) {
      const forEver = pathname.includes('/assets/')
      response.setHeader('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader('Referrer-Policy', 'no-referrer')
    },
  })
  const server = createServer((request, response) => {
    serve(request, response, () => {
      response.statusCode = 404
      response.end('Not found')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, { port, host })))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const everywhere = host === '0.0.0.0' || host === '::'
  return {
    url: `http://${everywhere ? 'localhost' : host}:${bound}/`,
    networkUrls: everywhere ? listNetworkAddresses().map((ip) => `http://${ip}:${bound}/`) : [],
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}

function listNetworkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}

function explain(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`port ${port} is taken; choose another: npm start -- --port ${port + 1}`, {
      cause: error,
    })
  }
  if (error.code === 'EACCES') {
    return new Error(`port ${port} is not allowed here; choose one above 1023: npm start -- --port 4173`, {
      cause: error,
    })
  }
  return new Error(`cannot serve on ${host}:${port}: ${error.message}`, { cause: error })
}
