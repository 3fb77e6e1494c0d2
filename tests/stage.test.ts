import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readMessage } from '../src/cli/command.ts'
import { findFreePorts } from '../src/find-free-ports.ts'
import { findAddresses } from '../src/stage/addresses.ts'
import { announce } from '../src/stage/announce.ts'
import { listen } from '../src/stage/listen.ts'
import { prepareBuild, takeFingerprint } from '../src/stage/prepare-build.ts'
import { copyProject } from './copy-project.ts'
import { eventually } from './eventually.ts'
import { ask, copyBuiltProject, endAll, type Opened, startStage } from './stage-process.ts'

const GIVEN = 'given-by-the-tests-and-of-43-characters-all'

let folder = ''
beforeAll(() => {
  folder = copyBuiltProject()
})
afterEach(endAll)
afterAll(() => rmSync(folder, { recursive: true }))

describe('a start', () => {
  it('prints where the deck is and where the hall, the speaker and the followers go, and nothing else, and ends at Ctrl+C', async () => {
    const stage = startStage(folder, [], { STAGE_SECRET: GIVEN })
    const { hall, console, followers, origin } = await stage.opened
    stage.kill('SIGINT')
    expect(await stage.ended).toBe(0)
    expect(hall).toBe(`${origin}/hall`)
    expect(console).toMatch(/^http:\/\/localhost:\d+\/presenter#[\w-]{43}$/)
    expect(console).not.toContain(GIVEN)
    expect(origin).toMatch(/^http:\/\/localhost:\d+$/)
    expect(followers).toMatch(/^http:\/\/[\d.]+:\d+\/$|^http:\/\/localhost:\d+\/$/)
    expect(
      stage
        .out()
        .replace(/^ +or +http\S+\n/gm, '')
        .split('\n'),
    ).toHaveLength(6)
    expect(stage.err()).toBe('')
  })

  it('uses the secret and the public address that it is given', async () => {
    const stage = startStage(folder, ['--public-url', 'https://talk.example'], { STAGE_SECRET: GIVEN })
    const { hall, followers, origin } = await stage.opened
    expect((await write(origin, GIVEN)).status).toBe(200)
    expect((await write(origin, GIVEN.replace('a', 'b'))).status).toBe(401)
    expect(followers).toBe('https://talk.example/')
    expect(hall).toMatch(/^http:\/\/localhost:/)
  })

  it('ends when npm is told to', async () => {
    const [port = 0] = await findFreePorts(1)
    // A group of its own, so that nothing is left behind if the test fails.
    const npm = spawn('npm', ['start', '--', '--port', `${port}`], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    })
    onTestFinished(() => endGroup(npm.pid))
    const isServing = () => page({ origin: `http://localhost:${port}` }).then(Boolean, () => false)
    await eventually(isServing).toBe(true)
    npm.kill('SIGTERM')
    await eventually(isServing).toBe(false)
  })

  it('goes on when nobody reads what it prints', async () => {
    const [port = 0] = await findFreePorts(1)
    const stage = spawn(process.execPath, ['scripts/run.js', 'start', '--port', `${port}`], {
      cwd: folder,
      env: { PATH: process.env['PATH'], STAGE_SECRET: GIVEN },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    onTestFinished(() => endGroup(stage.pid))
    stage.stdout.destroy()
    const origin = `http://localhost:${port}`
    await eventually(() => page({ origin }).then(Boolean, () => false)).toBe(true)
    expect((await write(origin, GIVEN)).status).toBe(200)
    const ended = once(stage, 'exit')
    stage.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('tells who may open too few files how many can follow, and keeps a place for the speaker', async () => {
    const stage = startStage(folder, [], { STAGE_SECRET: GIVEN }, 256)
    const { port } = new URL((await stage.opened).origin)
    expect(stage.err()).toMatch(/so few files that 144 can follow, not 10000\..* ulimit -n 12064\n$/)

    const resets: Socket[] = []
    const open = () => {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => resets.push(socket))
      onTestFinished(() => void socket.destroy())
      return socket
    }
    const speaker = open()
    speaker.write(`GET /nothing HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${GIVEN}\r\n\r\n`)
    await once(speaker, 'data')
    // Of 48 places an address has 12.
    for (let count = 0; count < 20; count++) open()
    await eventually(() => resets.length).toBeGreaterThanOrEqual(8)
    expect(resets).not.toContain(speaker)
  })

  it('prints help and ends', async () => {
    const stage = startStage(folder, ['--help'])
    expect(await stage.ended).toBe(0)
    for (const name of ['--port', '--host', '--public-url', '--room', '--no-build', 'STAGE_SECRET']) {
      expect(stage.out()).toContain(name)
    }
  })
})

it('says where the deck itself is, which a newcomer opens first', () => {
  const addresses = { local: 'http://localhost:4173/', others: [] }
  expect(announce({ addresses, console: 'http://localhost:4173/presenter#1', columns: 80 })).toMatch(
    /^The deck +http:\/\/localhost:4173\/$/m,
  )
})

it('says so when no one else can follow', () => {
  const addresses = findAddresses({ host: '127.0.0.1', port: 80, network: [] })
  const said = announce({ addresses, console: 'http://127.0.0.1:80/presenter#1', columns: 80 })
  expect(said).toContain('Followers          http://127.0.0.1:80/ (on this machine only)')
})

describe('the QR code in the terminal', () => {
  const addresses = { local: 'http://localhost:4173/', others: ['http://192.168.1.20:4173/'] }
  const print = (columns: number | undefined) =>
    announce({ addresses, console: 'http://localhost:4173/presenter#1', columns })

  it('is there when the terminal is wide enough, of the followers’ address only', () => {
    const code = print(80)
      .split('\n')
      .filter((line) => /[█▀▄]/.test(line))
    expect(code.length).toBeGreaterThan(14)
    const other = announce({ addresses, console: 'http://localhost:4173/presenter#2', columns: 80 })
    expect(other.split('\n').filter((line) => /[█▀▄]/.test(line))).toEqual(code)
  })

  it.each([
    ['narrow', 20],
    ['no terminal', undefined],
  ] as const)('is left out: %s', (_what, columns) => {
    expect(print(columns)).not.toMatch(/[█▀▄]/)
    expect(print(columns)).toContain('http://192.168.1.20:4173/')
  })
})

describe('a start that cannot be', () => {
  it('says in one line what is allowed, and exits with 2', async () => {
    const stage = startStage(folder, ['--port', '70000'])
    expect(await stage.ended).toBe(2)
    expect(stage.err()).toBe(
      "option '--port <number>' argument '70000' is invalid. It takes a whole number from 0 to 65535.\n",
    )
    expect(stage.out()).toBe('')
  })

  it('tells of many machines only who asks for them', async () => {
    const help = startStage(folder, ['--help'])
    const more = startStage(folder, ['--help', '--nats'])
    expect([await help.ended, await more.ended]).toEqual([0, 0])
    expect(help.out()).toMatch(/--room(?!.*(nats|replicas|health))/is)
    expect(more.out()).toMatch(/--replicas.*--health.*NATS_PASSWORD/s)
  })

  it('names a busy port and a free one', async () => {
    const taken = createServer()
    const port = await listen(taken, { host: 'localhost', port: 0 })
    const said = await listen(createServer(), { host: 'localhost', port }).then(String, readMessage)
    const [, busy, free] =
      /^port (\d+) is taken; this one is free: npm start -- --port (\d+)$/.exec(said) ?? []
    expect(busy).toBe(`${port}`)
    const probe = createServer()
    await listen(probe, { host: 'localhost', port: Number(free) })
    for (const server of [taken, probe]) server.close()
  })

  it('says that the host is not this machine’s', async () => {
    await expect(listen(createServer(), { host: '203.0.113.1', port: 0 })).rejects.toThrow(
      '--host 203.0.113.1 is no address of this machine; 0.0.0.0 stands for all it has',
    )
  })

  it('says that the build is for another room', async () => {
    const built = { folder: path.join(folder, 'dist-stage'), room: 'side' }
    const build = () => Promise.reject(new Error('it builds'))
    await expect(prepareBuild({ ...built, onBuild() {}, build })).rejects.toThrow(
      'the build is for the room "main", not "side"; start without --no-build, or with --room main',
    )
  })
})

describe('the build', () => {
  let copy = ''
  beforeAll(() => {
    copy = copyProject()
  })
  afterAll(() => rmSync(copy, { recursive: true }))
  const written = () => statSync(path.join(copy, 'dist-stage/index.html')).mtimeMs
  const edit = (name: string, from: RegExp, to: string) => {
    const file = path.join(copy, name)
    const source = readFileSync(file, 'utf8')
    expect(source).toMatch(from)
    writeFileSync(file, source.replace(from, to))
  }

  it('is missed in one line when it may not be made', async () => {
    const stage = startStage(copy, ['--no-build'])
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toBe('there is no build to serve; start without --no-build\n')
  })

  it('is made at the first start for its room, kept while nothing changes, and made anew after an edit', async () => {
    const first = startStage(copy, ['--room', 'side'])
    const { origin } = await first.opened
    expect(first.err()).toBe('Building the stage …\n')
    expect(await page({ origin })).toContain('data-live="./live/side"')
    expect((await ask({ origin, path: '/live/side', headers: JSON_ONLY })).status).toBe(200)
    expect((await ask({ origin, path: '/live/main', headers: JSON_ONLY })).status).toBe(404)
    const before = written()

    const second = startStage(copy, ['--room', 'side'])
    await second.opened
    expect(second.err()).toBe('')

    edit('slides/sample/bendrija.ts', /(title: \{ lt: ')/, '$1Nauja ')
    const unbuilt = startStage(copy, ['--room', 'side', '--no-build'])
    expect(await page(await unbuilt.opened)).not.toContain('Nauja ')
    expect(written()).toBe(before)
    const stage = startStage(copy, ['--room', 'side'])
    expect(await page(await stage.opened)).toContain('Nauja ')
    // Who started before goes on with what it had.
    expect(await page(await unbuilt.opened)).not.toContain('Nauja ')
  })

  it('is another for another room', () => {
    const take = (room: string) => takeFingerprint(copy, { room, talk: 'slides/sample' })
    expect(take('side')).toBe(take('side'))
    expect(take('side')).not.toBe(take('main'))
  })

  it('that fails says what to mend, and leaves the last one', async () => {
    const before = written()
    edit('slides/sample/pabaiga.ts', /minutes: [\d.]+/, 'minutes: -1')
    const stage = startStage(copy)
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toMatch(
      /^Building the stage …\nslides\/sample\/pabaiga\.ts: minutes is -1; plan more than 0\.\n$/,
    )
    expect(written()).toBe(before)

    // In the middle of an edit, what was built last is still there to be shown.
    edit('slides/sample/pabaiga.ts', /layout:/, ',layout:')
    expect(await page(await startStage(copy, ['--no-build', '--room', 'side']).opened)).toContain('Nauja ')
  })
})

/** Kills a process and its children, if there are any left. */
function endGroup(id: number | undefined): void {
  try {
    if (id !== undefined) process.kill(-id, 'SIGKILL')
  } catch {
    // It has ended as it should.
  }
}

const JSON_ONLY = { Accept: 'application/json' }

async function page({ origin }: Pick<Opened, 'origin'>): Promise<string> {
  return (await ask({ origin, path: '/' })).body.toString()
}

function write(origin: string, secret: string) {
  return ask({
    origin,
    path: '/live/main',
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ seen: 0, slide: 'sodai', step: 1, blank: false }),
  })
}
