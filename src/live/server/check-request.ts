import type { IncomingMessage } from 'node:http'
import { Refusal } from './answer.ts'
import type { Keyring } from './keyring.ts'

const PATH = /^\/live\/([^/]*)(?:\/(followers|key|code))?$/

type Target = 'position' | 'followers' | 'key' | 'code'

const METHODS: Readonly<Record<Target, readonly string[]>> = {
  position: ['GET', 'POST'],
  followers: ['GET'],
  key: ['POST'],
  code: ['POST'],
}

/** True for every path that the live channel answers, even if only with a refusal. */
export function isLivePath(url: string): boolean {
  return /^\/live(?:[/?#]|$)/.test(url)
}

/** What a request asks of the room. The path is never decoded, so nothing can hide in it. */
export function readTarget({ url = '', method = '' }: IncomingMessage, room: string): Target {
  const [path = '', ...query] = url.split('?')
  const [, name, part] = path.match(PATH) ?? []
  if (name !== room) throw new Refusal(404, 'there is no such room')
  const what = part === 'followers' || part === 'key' || part === 'code' ? part : 'position'
  const allowed = METHODS[what]
  if (!allowed.includes(method)) {
    throw new Refusal(405, `the methods are ${allowed.join(', ')}`, { Allow: allowed.join(', ') })
  }
  // Addresses end up in logs and histories, so a secret must never be sent in a query.
  if (query.length > 0) throw new Refusal(400, 'the address takes no query')
  return what
}

/**
 * Throws unless the `Authorization` header carries one of the room's keys. This is also what keeps other sites'
 * pages out: they know no key, and a browser sends this header and JSON across origins only if the server
 * allows it, which this one never does. So nothing depends on headers that some browsers leave out and proxies
 * rewrite (Origin, Host, Sec-Fetch-Site).
 */
export function checkKey({ headers }: IncomingMessage, keyring: Keyring | undefined): void {
  if (keyring?.admits(headers.authorization)) return
  throw new Refusal(401, 'the room’s key goes into the header Authorization: Bearer …', {
    'WWW-Authenticate': 'Bearer',
  })
}

/** Throws unless the body is declared as plain JSON, a type that no HTML form can send. */
export function checkType({ headers }: IncomingMessage): void {
  const plain = headers['content-type'] === 'application/json' && headers['content-encoding'] === undefined
  if (!plain) throw new Refusal(415, 'the body is plain JSON: Content-Type: application/json')
}
