import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Keyring } from '../live/server/keyring.ts'
import { CODINGS, type Coding, type StageFile } from './files.ts'
import { isConsole, isForSpeaker } from './fill-origin.ts'

/** Headers of every answer, the live channel's included: no type sniffing, no framing by other pages. */
const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}

export function setCommonHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value)
}

/**
 * Answers with the files by their URL paths, and with nothing else. The speaker's files need a key in the
 * header `Authorization: Bearer …`; without a keyring nobody gets them.
 */
export function createResponder(
  files: ReadonlyMap<string, StageFile>,
  keyring: Keyring | undefined,
): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return say(response, 405, 'Only GET and HEAD are answered here.')
    }
    // Looks the path up as it was sent, without decoding or resolving it.
    const address = request.url?.split('?')[0] ?? ''
    const file = files.get(address)
    if (file !== undefined && isForSpeaker(file) && !keyring?.admits(request.headers.authorization)) {
      response.setHeader('WWW-Authenticate', 'Bearer')
      return say(response, 401, 'Only the speaker can read this: open the console with its key.')
    }
    if (file !== undefined) return send(file, request, response)
    const neighbour = findNeighbour(files, address)
    if (neighbour === undefined) return say(response, 404, 'There is nothing at this address.')
    response.setHeader('Location', neighbour)
    say(response, 302, 'The page is at the address in the header Location.')
  }
}

/**
 * The redirect for a page's URL with a missing or an extra closing slash. It is relative, so that it works
 * behind a proxy that serves the stage in a folder; browsers keep the fragment.
 */
function findNeighbour(files: ReadonlyMap<string, StageFile>, address: string): string | undefined {
  const last = address.split('/').findLast((part) => part !== '')
  if (last === undefined) return undefined
  if (!address.endsWith('/')) return files.has(`${address}/`) ? `${last}/` : undefined
  const shorter = address.slice(0, -1)
  return !shorter.endsWith('/') && files.has(shorter) ? `../${last}` : undefined
}

function say(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.writeHead(status).end(`${text}\n`)
}

function send(file: StageFile, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Type', file.type)
  response.setHeader('Cache-Control', chooseCaching(file))
  response.setHeader('ETag', file.etag)
  if (file.policy !== undefined) {
    response.setHeader('Content-Security-Policy', `${file.policy}; frame-ancestors 'none'`)
  }
  const coding = chooseCoding(file, request.headers['accept-encoding'] ?? '')
  if (Object.keys(file.packed).length > 0) response.setHeader('Vary', 'Accept-Encoding')
  const known = request.headers['if-none-match']?.split(',').map((etag) => etag.trim())
  if (known?.includes(file.etag)) {
    response.writeHead(304).end()
    return
  }
  if (coding !== undefined) response.setHeader('Content-Encoding', coding)
  const body = (coding && file.packed[coding]) ?? file.body
  response.setHeader('Content-Length', body.length)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
}

/** Names in `assets/` change with the content; pages are revalidated; the speaker's files are not cached. */
function chooseCaching(file: StageFile): string {
  if (file.name.startsWith('assets/')) return 'public, max-age=31536000, immutable'
  return isConsole(file) || isForSpeaker(file) ? 'no-store' : 'no-cache'
}

function chooseCoding({ packed }: StageFile, accepted: string): Coding | undefined {
  const wanted = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  const codings = Object.keys(CODINGS) as Coding[]
  return codings.find((coding) => packed[coding] !== undefined && wanted.includes(coding))
}
