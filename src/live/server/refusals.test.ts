import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OUTLINE, serveLive } from '../../../tests/live-server.ts'
import { firstPosition, parseJson } from '../protocol/position.ts'
import { makeSecret } from './secret.ts'

const WRITE = JSON.stringify({ seen: 0, slide: 'story', step: 1, blank: false })

interface Attempt {
  readonly method?: string
  readonly path?: string
  /** Replace the headers of a valid write; undefined removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

const [KEY, CODE] = ['/live/hall/key', '/live/hall/code']
const NO_KEY = { Authorization: undefined }
const openWith = (code: string, nonce = '0123456789abcdefghijkA') => JSON.stringify({ code, nonce })

const METHODS = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'TRACE']
const CHUNKS = { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }
const ELSEWHERE = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }
const PATHS = [
  `/live/${'h'.repeat(41)}`,
  ...String.raw`
    /live/other /live/Hall /live/hall/ /live//hall /live/ /live /live/%68all /live/hall%00
    /live/hall%2f /live/..%2flive%2fhall /live/../live/hall /live/./hall /live/other/../hall
    /live/hall;x=1 /live/hall\ /live/constructor //live/hall /LIVE/hall /./live/hall /%6cive/hall
    http://talk.example/live/hall`
    .trim()
    .split(/\s+/),
]

type Refused = [title: string, status: number, attempt: (secret: string) => Attempt]

const refusals: Refused[] = [
  ['no secret', 401, () => ({ headers: NO_KEY })],
  ['another secret', 401, () => ({ headers: { Authorization: `Bearer ${makeSecret()}` } })],
  ['the secret in another scheme', 401, (secret) => ({ headers: { Authorization: `Basic ${secret}` } })],
  ['the secret in a cookie', 401, (secret) => ({ headers: { ...NO_KEY, Cookie: secret } })],
  ['the secret in the body', 401, (secret) => ({ headers: NO_KEY, body: secret })],
  ['the secret for a slide', 400, (secret) => ({ body: WRITE.replace('story', secret) })],
  ['the secret in the query', 400, (secret) => ({ path: `/live/hall?token=${secret}` })],
  ['an empty query', 400, () => ({ path: '/live/hall?' })],
  ['the secret in a fragment', 404, (secret) => ({ path: `/live/hall#${secret}` })],
  ['the secret in the path', 404, (secret) => ({ path: `/live/hall/${secret}` })],

  ...METHODS.map((method): Refused => [method, 405, () => ({ method })]),
  ['a write to the number of followers', 405, () => ({ path: '/live/hall/followers' })],
  ['a GET for a write', 400, () => ({ method: 'GET', headers: { 'X-HTTP-Method-Override': 'POST' } })],

  ['no type', 415, () => ({ headers: { 'Content-Type': undefined } })],
  ['a form', 415, () => ({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
  ['text that is JSON', 415, () => ({ headers: { 'Content-Type': 'text/plain' } })],
  ['two types', 415, () => ({ headers: { 'Content-Type': 'text/plain, application/json' } })],
  ['a packed body', 415, () => ({ headers: { 'Content-Encoding': 'gzip' } })],

  ['a body one byte too long', 413, () => ({ body: WRITE.padEnd(1025) })],
  ['a long body in chunks', 413, () => ({ headers: CHUNKS, body: `800\r\n${WRITE.padEnd(2048)}\r\n` })],
  ['a body that would be huge', 413, () => ({ headers: { 'Content-Length': '9'.repeat(15) } })],
  ['no body', 400, () => ({ body: '' })],
  ['no body and no length', 400, () => ({ headers: { 'Content-Length': undefined }, body: '' })],
  ['half a body of JSON', 400, () => ({ body: WRITE.slice(0, -1) })],
  ['a body that comes too slowly', 408, () => ({ headers: { 'Content-Length': '999' } })],
  ['two values', 400, () => ({ body: WRITE + WRITE })],
  ['a position behind the prototype', 400, () => ({ body: `{"__proto__":${WRITE}}` })],
  ['another talk’s slide', 400, () => ({ body: WRITE.replace('story', 'other') })],
  ['an absurd seq', 409, () => ({ body: WRITE.replace('"seen":0', `"seen":${Number.MAX_SAFE_INTEGER}`) })],

  ...PATHS.map((path): Refused => [`the path ${path}`, 404, () => ({ path })]),

  ['a page of another site, which has no key', 401, () => ({ headers: { ...NO_KEY, ...ELSEWHERE } })],
  ['a code without a nonce', 400, () => ({ path: KEY, body: `{"code":"${makeSecret()}"}` })],
  ['a nonce of another form', 400, () => ({ path: KEY, body: '{"code":"1","nonce":"2"}' })],
  ['an unknown code', 401, () => ({ path: KEY, body: openWith(makeSecret()) })],
  ['to ask for a code without a key', 401, () => ({ path: CODE, headers: NO_KEY })],
  ['a code that lives for a day', 400, () => ({ path: CODE, body: '{"life":86400000}' })],
  ['a GET that asks for a code', 405, () => ({ path: CODE, method: 'GET' })],

  ['two lengths', 400, () => ({ headers: { 'Content-Length': `${WRITE.length}\r\nContent-Length: 3` } })],
  ['a length and chunks', 400, () => ({ headers: { 'Transfer-Encoding': 'chunked' } })],
  ['an endless header', 431, () => ({ headers: { 'X-Long': 'x'.repeat(20_000) } })],
  ['a header that is none', 400, () => ({ headers: { 'X\u0001': 'x' } })],
  ['a request that is none', 400, () => ({ path: '' })],
]

const log = vi.fn(() => true)

beforeEach(() => {
  log.mockClear()
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(log)
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(log)
})

afterEach(() => {
  vi.restoreAllMocks()
})

test('the valid write that the refused ones vary is accepted', async () => {
  const { ask, read, secret } = await serve()
  const answer = await ask({})
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(await read()).toMatchObject({ seq: 1, slide: 'story', step: 1 })
  expectSilence(answer, secret)
})

test.each(refusals)('%s is refused with %i and moves nobody', async (_, status, attempt) => {
  const { ask, read, secret, join } = await serve()
  const follower = await join()
  const answer = await ask(attempt(secret))
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).not.toMatch(/^access-control/im)
  if (status === 405) expect(answer).toMatch(/^Allow: (GET|POST)/m)
  if (status === 401) expect(answer).toMatch(/^WWW-Authenticate: Bearer\r$/m)
  expect(await read()).toEqual(firstPosition(OUTLINE))
  expect(follower.messages).toEqual([firstPosition(OUTLINE)])
  expectSilence(answer, secret)
})

test('garbage behind a write harms neither the write nor the server', async () => {
  const { send, read, secret } = await serve()
  const write = render({ headers: { Connection: 'keep-alive' } }, secret)
  const answer = await send(`${write}\u0000\u0001garbage\r\n\r\n`)
  expect(answer).toContain('HTTP/1.1 400 ')
  expect((await read()).seq).toBeLessThanOrEqual(1)
  expectSilence(answer, secret)
})

test('a write that breaks off moves nobody', async () => {
  const { open, read, secret } = await serve()
  const client = open()
  client.write(render({ headers: { 'Content-Length': `${WRITE.length + 1}` } }, secret))
  client.end()
  await new Promise((resolve) => client.once('close', resolve).resume())
  expect(await read()).toEqual(firstPosition(OUTLINE))
})

test('who has the key may write, whatever a proxy or a browser says about names', async () => {
  const { ask } = await serve()
  for (const [seen, headers] of [
    {},
    // nginx with nothing but `proxy_pass`, over plain HTTP: it renames the host, and browsers send no Sec-Fetch-Site.
    { Host: '127.0.0.1:4173', Origin: 'http://talk.example' },
    { Host: '127.0.0.1:4173', Origin: 'https://talk.example', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'null' },
  ].entries()) {
    const body = WRITE.replace('"seen":0', `"seen":${seen}`)
    expect(await ask({ headers, body })).toMatch(/^HTTP\/1.1 200 /)
  }
})

test('a code opens for a key, which steers; the answer and a later one hold the code for the next time', async () => {
  const server = await serve()
  const ask = async (attempt: Attempt) => {
    const answer = await server.ask(attempt)
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    return parseJson(answer.slice(answer.indexOf('{'))) as { readonly code: string; readonly key: string }
  }
  const { code: first } = await ask({ path: CODE, body: '{"life":60000}' })
  const { key, code: second } = await ask({ path: KEY, headers: NO_KEY, body: openWith(first) })
  const withKey = { Authorization: `Bearer ${key}` }
  const { code: third } = await ask({ path: CODE, headers: withKey, body: '{}' })
  expect(new Set([first, second, third, key]).size).toBe(4)
  for (const code of [second, third]) await ask({ path: KEY, body: openWith(code) })
  expect(await server.ask({ headers: { Authorization: `Bearer ${third}` } })).toMatch(/^HTTP\/1.1 401 /)
  expect(await server.ask({ headers: withKey })).toMatch(/^HTTP\/1.1 200 /)
})

test('a body in several pieces is read whole', async () => {
  const { open, read, secret } = await serveLive()
  const client = open()
  const request = render({}, secret)
  const ended = new Promise((resolve) => client.once('close', resolve).resume())
  for (const piece of [request.slice(0, 30), request.slice(30, -20), request.slice(-20)]) {
    await new Promise<void>((resolve) => client.write(piece, () => setImmediate(resolve)))
  }
  await ended
  expect(await read()).toHaveProperty('seq', 1)
})

/** A channel that waits only briefly for a body. The other bodies here arrive in one piece. */
async function serve() {
  const server = await serveLive({ timing: { body: 30 } })
  return { ...server, ask: (attempt: Attempt) => server.send(render(attempt, server.secret)) }
}

function render(
  { method = 'POST', path = '/live/hall', headers = {}, body = WRITE }: Attempt,
  secret: string,
): string {
  const all = {
    Host: 'talk.example',
    Connection: 'close',
    Authorization: `Bearer ${secret}`,
    'Content-Type': 'application/json',
    'Content-Length': `${Buffer.byteLength(body)}`,
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) =>
    value === undefined ? '' : `${name}: ${value}\r\n`,
  )
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

function expectSilence(answer: string, secret: string): void {
  expect(answer).not.toContain(secret)
  expect(log).not.toHaveBeenCalled()
}
