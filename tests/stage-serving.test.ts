import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findFreePorts } from '../src/find-free-ports.ts'
import deck from './fixtures/slides/sample/deck.ts'
import {
  type Answered,
  ask,
  copyBuiltProject,
  endAll,
  follow,
  type Opened,
  type StageProcess,
  startStage,
  takeKey,
} from './stage-process.ts'

const FOLLOWERS = ['/', '/en/', '/hall', '/en/hall']
const CONSOLES = ['/presenter', '/en/presenter']
const SPEAKERS = CONSOLES.map((address) => `${address}/notes.json`)
/** Beginnings of the notes' lines, up to the first character that HTML or Markdown may write otherwise. */
const NOTES = Object.values(deck.slides)
  .flatMap(({ notes }) => [notes.lt, notes.en])
  .flatMap(({ markdown }) => markdown.split('\n'))

let folder = ''
let stage: StageProcess
let opened: Opened
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask({ origin: opened.origin, path, headers })
beforeAll(async () => {
  folder = copyBuiltProject()
  stage = startStage(folder)
  opened = await stage.opened
})
afterAll(async () => {
  await endAll()
  rmSync(folder, { recursive: true })
})

/** All files of a folder by their path from it. */
function readAll(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file)]))
}

/** The addresses in a page that it loads something from, and where they lead. */
function listLoaded(page: string, address: string): string[] {
  const loaded = [
    ...page.matchAll(/<(?:link rel="preload"|script)[^>]* (?:href|src)="([^"]+)"|url\("([^"]+)"\)/g),
  ]
  return loaded.map(
    ([, attribute, url]) => new URL(attribute ?? url ?? '', `http://stage${address}`).pathname,
  )
}

describe('the pages', () => {
  it.each([...FOLLOWERS, ...CONSOLES])('%s has all it loads', async (address) => {
    const { status, headers, body } = await get(address)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const loaded = listLoaded(body.toString(), address)
    expect(loaded.filter((url) => url.endsWith('.js'))).toHaveLength(1)
    expect(loaded.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThan(3)
    for (const url of loaded) expect((await get(url)).status, url).toBe(200)
  })

  it.each([
    ['/', '<html lang="lt" data-live="./live/main">', './en/'],
    ['/en/', '<html lang="en" data-live="../live/main">', '../'],
    ['/hall', '<html lang="lt" data-live="./live/main" data-hall translate="no">', './en/hall'],
    ['/en/hall', '<html lang="en" data-live="../live/main" data-hall translate="no">', '../hall'],
  ])('%s follows the room, and leads to the other language of its own', async (address, root, other) => {
    const page = (await get(address)).body.toString()
    expect(page).toContain(root)
    expect(page).toContain(`data-control="language" href="${other}"`)
    expect(page.includes('<meta name="robots" content="noindex">')).toBe(address.endsWith('hall'))
    const { 'data-live': live } = { 'data-live': root.match(/data-live="([^"]+)"/)?.[1] ?? '' }
    const room = new URL(live, opened.origin + address).pathname
    expect((await get(room, { Accept: 'application/json' })).status).toBe(200)
  })

  it.each([...FOLLOWERS, ...CONSOLES])(
    '%s holds no note: anyone on the network may open it',
    async (address) => {
      const page = (await get(address)).body.toString()
      expect(NOTES.filter((note) => page.includes(note))).toEqual([])
    },
  )

  it('tell the speaker’s phone where to find this host', async () => {
    const { followers, origin } = opened
    for (const address of CONSOLES) {
      const page = (await get(address)).body.toString()
      if (followers === `${origin}/`) expect(page).not.toContain('data-origin')
      else expect(page).toContain(`data-origin="${followers}"`)
    }
  })

  it.each([
    ['/en', '/en/'],
    ['/hall/', '/hall'],
    ['/en/presenter/', '/en/presenter'],
  ])('%s leads to %s', async (address, right) => {
    const { status, headers } = await get(address)
    expect(status).toBe(302)
    expect(headers.location).not.toMatch(/^\/|:/)
    expect(new URL(headers.location ?? '', opened.origin + address).pathname).toBe(right)
  })
})

describe('the notes', () => {
  const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` })

  it('are given to who sends the secret, and to be kept by no one', async () => {
    const answers = await Promise.all(SPEAKERS.map((address) => get(address, bearer(opened.secret))))
    for (const { status, headers } of answers) {
      expect(status).toBe(200)
      expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
    }
    const all = answers.map(({ body }) => body.toString()).join('')
    expect(NOTES.filter((note) => all.includes(note)).length).toBeGreaterThan(10)
  })

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['without a secret', '', {}],
    ['with another secret', '', bearer('x'.repeat(43))],
    ['with the secret in a cookie', '', { Cookie: 'secret={secret}' }],
    ['with the secret in the address', '?secret={secret}', {}],
    ['in another scheme', '', { Authorization: 'Basic {secret}' }],
    ['with a copy from before', '', { 'If-None-Match': '{etag}' }],
  ])('are refused %s', async (_, query, headers) => {
    const { etag = '' } = (await get('/presenter/notes.json', bearer(opened.secret))).headers
    const fill = (text: string) => text.replace('{secret}', opened.secret).replace('{etag}', etag)
    for (const address of SPEAKERS) {
      const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)])
      const answer = await get(address + fill(query), Object.fromEntries(filled))
      expect(answer.status).toBe(401)
      expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' })
      expect(NOTES.filter((note) => answer.body.includes(note))).toEqual([])
      expect(JSON.stringify(answer.headers) + answer.body).not.toContain(opened.secret)
    }
  })
})

describe('every answer', () => {
  const expectCommon = ({ headers }: Answered, address: string) => {
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  }

  it('says how it may be used', async () => {
    const [script = ''] = listLoaded((await get('/')).body.toString(), '/').filter((url) =>
      url.endsWith('.js'),
    )
    for (const address of [...FOLLOWERS, ...CONSOLES, script, '/en', '/nothing']) {
      const answer = await get(address)
      expectCommon(answer, address)
      expect(answer.headers, address).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'DENY',
      })
    }
    expectCommon(await get('/live/main', { Accept: 'application/json' }), 'live')
    expectCommon(await get('/live/nothing'), 'no room')
  })

  it.each([...FOLLOWERS, ...CONSOLES])('%s lets no script run but the site’s own', async (address) => {
    const { headers, body } = await get(address)
    const policy = String(headers['content-security-policy'])
    const inPage = body.toString().match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]
    expect(policy).toBe(`${inPage?.replaceAll('&#39;', "'")}; frame-ancestors 'none'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy.match(/script-src ([^;]*)/)?.[1]).toMatch(/^'self'( 'sha256-[\w+/]{43}=')?$/)
  })

  it('is kept for ever where its name says what is in it, never where the speaker reads', async () => {
    const [asset = ''] = listLoaded((await get('/')).body.toString(), '/')
    expect((await get(asset)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const address of FOLLOWERS) expect((await get(address)).headers['cache-control']).toBe('no-cache')
    for (const address of [...CONSOLES, '/en', '/nothing']) {
      expect((await get(address)).headers['cache-control'], address).toBe('no-store')
    }
  })

  it('is not sent again to who has it', async () => {
    const etag = String((await get('/')).headers.etag)
    const again = await get('/', { 'If-None-Match': `"other", ${etag}` })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    expect(again.headers['content-security-policy']).toBeDefined()
    expect((await get('/', { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it('is as small as the visitor can take it', async () => {
    const plain = await get('/')
    const brotli = await get('/', { 'Accept-Encoding': 'gzip, deflate, br' })
    const gzipped = await get('/', { 'Accept-Encoding': 'gzip, br;q=0' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(gzipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
    expect(gunzipSync(gzipped.body)).toEqual(plain.body)
    expect(brotli.body.length).toBeLessThan(gzipped.body.length)
  })
})

describe('nothing else is answered', () => {
  it.each([
    '/.stage.json',
    '/.fingerprint',
    '/en/.stage.json',
    '/index.html.br',
    '/index.html',
    '/assets',
    '/assets/',
    '/..%2fpackage.json',
    '/../package.json',
    '/presenter/../',
    '/presenter/../hall',
    '/%2e%2e/package.json',
    '/en//',
    '//',
    '/%',
    '/hall%00',
    '/HALL',
    '/nothing',
    '*',
  ])('%s', async (address) => {
    const { status, body } = await get(address)
    expect(status).toBe(404)
    expect(body.toString()).toBe('There is nothing at this address.\n')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('to %s', async (method) => {
    const { status, headers } = await ask({ origin: opened.origin, path: '/', method })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
  })

  it('to HEAD but the head', async () => {
    const head = await ask({ origin: opened.origin, path: '/', method: 'HEAD' })
    const { headers, body } = await get('/')
    expect(head.status).toBe(200)
    expect(head.body).toHaveLength(0)
    expect(head.headers).toMatchObject({ etag: headers.etag, 'content-length': `${body.length}` })
  })
})

describe('the secret and the code', () => {
  it('are nowhere but in the printed address, which holds the code alone', async () => {
    const { secret, console } = opened
    const code = new URL(console).hash.slice(1)
    const lines = stage
      .out()
      .split('\n')
      .filter((line) => line.includes(code))
    expect(lines).toEqual([`Speaker's console  ${console}`])
    expect(stage.out() + stage.err()).not.toContain(secret)
    expect(stage.err()).not.toContain(code)
    for (const address of [...FOLLOWERS, ...CONSOLES, '/nothing', '/live/main/followers']) {
      const { headers, body } = await get(address, { Accept: 'application/json' })
      const said = JSON.stringify(headers) + body
      for (const hidden of [secret, code]) expect(said, address).not.toContain(hidden)
    }
    for (const part of ['dist-stage', '.cache/runs']) {
      for (const [name, bytes] of readAll(path.join(folder, part))) {
        for (const hidden of [secret, code]) expect(bytes.includes(hidden), name).toBe(false)
      }
    }
  })

  it('open the console again at another address, which is printed once the last one was used', async () => {
    const key = await takeKey(opened)
    const again = /^The console is open\. To open it again: (\S+)$/m
    await expect.poll(stage.out).toMatch(again)
    const next = again.exec(stage.out())?.[1] ?? ''
    expect(next).not.toBe(opened.console)
    const keys = [key, await takeKey({ ...opened, console: next })]
    await expect(takeKey(opened)).rejects.toThrow('401')
    for (const one of keys)
      expect((await get('/presenter/notes.json', { Authorization: `Bearer ${one}` })).status).toBe(200)
  })
})

describe('the public build', () => {
  it('has no note, no console, no room and no secret in any of its files', () => {
    const files = readAll(inject('siteFolder'))
    expect([...files.keys()]).toContain('index.html')
    for (const [name, bytes] of files) {
      expect(
        NOTES.filter((note) => bytes.includes(note)),
        name,
      ).toEqual([])
      for (const word of ['presenter', 'data-live=', 'data-hall=', 'data-origin', 'Bearer', 'noindex']) {
        expect(bytes.includes(word), `${word} in ${name}`).toBe(false)
      }
    }
    expect([...files.keys()].filter((name) => /presenter|hall|\.stage/.test(name))).toEqual([])
  })
})

describe('a start after the stage was killed', () => {
  const write = ({ origin }: Opened, secret: string) =>
    ask({
      origin,
      path: '/live/main',
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` },
      body: JSON.stringify({ seen: 0, slide: 'zygis', step: 0, blank: false }),
    }).then(({ status }) => status)

  it('lets in the consoles that are still open, until a talk ends in order', async () => {
    const apart = copyBuiltProject()
    const [port = 0] = await findFreePorts(1)
    const keys: string[] = []
    const start = async (...args: readonly string[]) => {
      const stage = startStage(apart, ['--port', `${port}`, ...args])
      const opened = await stage.opened
      return { stage, opened }
    }
    for (let time = 0; time < 2; time++) {
      const { stage: killed, opened } = await start()
      keys.push(await takeKey(opened))
      killed.kill('SIGKILL')
      await killed.ended
    }
    const { stage: third, opened } = await start()
    expect(third.err()).toBe(
      'The last talk was broken off: consoles that are still open go on with their key.\n',
    )
    keys.push(await takeKey(opened))
    for (const key of keys) expect([200, 409]).toContain(await write(opened, key))
    expect(await write(opened, 'x'.repeat(43))).toBe(401)
    await expectEnd(third, 'SIGINT')
    const { stage: fourth, opened: last } = await start()
    expect(fourth.err()).toBe('')
    for (const key of keys) expect(await write(last, key)).toBe(401)
    await expectEnd(fourth, 'SIGTERM')
    rmSync(apart, { recursive: true })
  })

  it('goes on in a folder in which it can write nothing, and says so', async () => {
    const apart = copyBuiltProject()
    rmSync(path.join(apart, '.cache', 'runs'), { recursive: true, force: true })
    writeFileSync(path.join(apart, '.cache', 'runs'), '')
    const stage = startStage(apart)
    const opened = await stage.opened
    expect(stage.err()).toMatch(/^\S+main-\d+\.json cannot be written .*The talk goes on.*\n$/)
    expect(await write(opened, await takeKey(opened))).toBe(200)
    await expectEnd(stage, 'SIGINT')
    rmSync(apart, { recursive: true })
  })
})

it('closing the terminal ends the talk for the followers, too', () => expectEnd(stage, 'SIGHUP'))

/** The followers hear of the end; it waits for no slow follower, and the stage exits without an error. */
async function expectEnd(stage: StageProcess, signal: NodeJS.Signals): Promise<void> {
  const opened = await stage.opened
  const follower = await follow(opened.origin, '/live/main')
  const dawdler = await dawdle(opened)
  const before = stage.err()
  stage.kill(signal)
  expect(await stage.ended).toBe(0)
  const messages = await follower.all
  expect(messages.at(0)).toHaveProperty('slide')
  expect(messages.at(-1)).toEqual({ ended: true })
  expect(stage.err()).toBe(before)
  dawdler.destroy()
}

/** Begins a request and never finishes it; the server has read what there is of it. */
async function dawdle({ origin }: Opened): Promise<Socket> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  socket.write('GET /nothing HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n')
  await once(socket, 'data')
  return socket
}
