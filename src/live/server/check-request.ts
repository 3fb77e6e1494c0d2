import type { IncomingMessage } from 'node:http'
import { Refusal } from './answer.ts'
import { isAuthorized } from './secret.ts'

const PATH = /^\/live\/([^/]*)(\/followers)?$/

export interface Target {
  readonly room: string
  readonly what: 'position' | 'followers'
}

export function isRoomName(name: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(name)
}

const METHODS: Readonly<Record<Target['what'], readonly string[]>> = {
  position: ['GET', 'POST'],
  followers: ['GET'],
}

/** True for every path that the live channel answers, even if only with a refusal. */
export function isLivePath(url: string): boolean {
  return /^\/live(?:[/?#]|$)/.test(url)
}

/** What a request asks for. The path is never decoded, so nothing can hide in it. */
export function readTarget({ url = '', method = '' }: IncomingMessage): Target {
  const [path = '', ...query] = url.split('?')
  const [, room, followers] = path.match(PATH) ?? []
  if (room === undefined || !isRoomName(room)) throw new Refusal(404, 'there is no such room')
  const what = followers === undefined ? 'position' : 'followers'
  const allowed = METHODS[what]
  if (!allowed.includes(method)) {
    throw new Refusal(405, `the methods are ${allowed.join(', ')}`, { Allow: allowed.join(', ') })
  }
  // Addresses end up in logs and histories, so a secret must never be sent in a query.
  if (query.length > 0) throw new Refusal(400, 'the address takes no query')
  return { room, what }
}

/** Throws unless the `Authorization` header carries one of the room's secrets. */
export function checkSecret({ headers }: IncomingMessage, secretHashes: readonly Uint8Array[]): void {
  if (isAuthorized(headers.authorization, secretHashes)) return
  throw new Refusal(401, 'the room’s secret goes into the header Authorization: Bearer …', {
    'WWW-Authenticate': 'Bearer',
  })
}

/**
 * Throws when another site's page sends the request. This is a second barrier: such a page has no secret, and
 * our answers allow no cross-origin JSON or Authorization. The browser itself sets `Sec-Fetch-Site`, which is
 * right behind proxies too; it leaves the header out over plain HTTP, where Origin names the page's host.
 * https://web.dev/articles/fetch-metadata
 */
export function checkSite({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site']
  const { origin, host } = headers
  const own = site === undefined ? origin === undefined || isOrigin(origin, host) : site === 'same-origin'
  if (!own) throw new Refusal(403, 'only the talk’s own pages may write')
}

function isOrigin(origin: string, host: string | undefined): boolean {
  return origin === `http://${host}` || origin === `https://${host}`
}

/** Throws unless the body is declared as plain JSON, a type that no HTML form can send. */
export function checkType({ headers }: IncomingMessage): void {
  const plain = headers['content-type'] === 'application/json' && headers['content-encoding'] === undefined
  if (!plain) throw new Refusal(415, 'the body is plain JSON: Content-Type: application/json')
}
