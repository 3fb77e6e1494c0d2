import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { announce } from '../src/stage/announce.ts'
import { copyProject } from './copy-project.ts'
import { ask, copyBuiltProject, endAll, type Opened, type StageProcess, startStage } from './stage-process.ts'

const GIVEN = 'given-by-the-tests-and-of-43-characters-all'

let folder = ''
beforeAll(() => {
  folder = copyBuiltProject()
})
afterEach(endAll)
afterAll(() => rmSync(folder, { recursive: true }))

/** Waits until the stage is open, then ends it as Ctrl+C does. */
async function close(stage: StageProcess): Promise<Opened> {
  const opened = await stage.opened
  stage.kill('SIGINT')
  expect(await stage.ended).toBe(0)
  return opened
}

describe('a start', () => {
  it('prints where the hall, the speaker and the followers go, and nothing else', async () => {
    const stage = startStage(folder)
    const { hall, console, followers, secret, origin } = await close(stage)
    expect(hall).toBe(`${origin}/hall`)
    expect(console).toBe(`${origin}/presenter#${secret}`)
    expect(origin).toMatch(/^http:\/\/localhost:\d+$/)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(followers).toMatch(/^http:\/\/[\d.]+:\d+\/$|^http:\/\/localhost:\d+\/$/)
    expect(
      stage
        .out()
        .replace(/^ +or +http\S+\n/gm, '')
        .split('\n'),
    ).toHaveLength(5)
    expect(stage.err()).toBe('')
  })

  it('makes a new secret each time', async () => {
    const secrets = await Promise.all([1, 2].map(() => close(startStage(folder))))
    expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(2)
  })

  it('uses the secret it is given', async () => {
    const stage = startStage(folder, [], { STAGE_SECRET: GIVEN })
    const { secret, origin } = await stage.opened
    expect(secret).toBe(GIVEN)
    expect((await write(origin, GIVEN)).status).toBe(200)
    expect((await write(origin, GIVEN.replace('a', 'b'))).status).toBe(401)
  })

  it('gives followers the public address when there is one', async () => {
    const { hall, followers } = await close(startStage(folder, ['--public-url', 'https://talk.example']))
    expect(followers).toBe('https://talk.example/')
    expect(hall).toMatch(/^http:\/\/localhost:/)
  })

  it('says so when no one else can follow', async () => {
    const stage = startStage(folder, ['--host', '127.0.0.1'])
    const { followers } = await close(stage)
    expect(followers).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect(stage.out()).toContain('(on this machine only)')
  })

  it('prints help and ends', async () => {
    const stage = startStage(folder, ['--help'])
    expect(await stage.ended).toBe(0)
    for (const name of ['--port', '--host', '--public-url', '--room', '--no-build', 'STAGE_SECRET']) {
      expect(stage.out()).toContain(name)
    }
  })
})

describe('the QR code in the terminal', () => {
  const addresses = { local: 'http://localhost:4173/', others: ['http://192.168.1.20:4173/'] }
  const print = (columns: number | undefined) => announce({ addresses, secret: GIVEN, columns })

  it('is there when the terminal is wide enough, of the followers’ address only', () => {
    const code = print(80)
      .split('\n')
      .filter((line) => /[█▀▄]/.test(line))
    expect(code.length).toBeGreaterThan(14)
    const other = announce({ addresses, secret: GIVEN.replace('a', 'b'), columns: 80 })
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
    const { origin } = await startStage(folder).opened
    const { port } = new URL(origin)
    const stage = startStage(folder, ['--port', port])
    expect(await stage.ended).toBe(1)
    const free = stage.err().match(/^port (\d+) is taken; this one is free: npm start -- --port (\d+)\n$/)
    expect(free?.[1]).toBe(port)
    const probe = createServer()
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(Number(free?.[2]), resolve)
    })
    probe.close()
  })

  it('says that the host is not this machine’s', async () => {
    const stage = startStage(folder, ['--host', '203.0.113.1'])
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toBe(
      '--host 203.0.113.1 is no address of this machine; 0.0.0.0 stands for all it has\n',
    )
  })

  it('says that the build is for another room', async () => {
    const stage = startStage(folder, ['--no-build', '--room', 'side'])
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toBe(
      'the build is for the room "main", not "side"; start without --no-build, or with --room main\n',
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

  it('is missed in one line when it may not be made', async () => {
    const stage = startStage(copy, ['--no-build'])
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toBe('there is no build to serve; start without --no-build\n')
  })

  it('is made at the first start, kept while nothing changes, and made anew after an edit', async () => {
    const first = startStage(copy)
    await close(first)
    expect(first.err()).toBe('Building the stage …\n')
    const before = written()

    await close(startStage(copy))
    expect(written()).toBe(before)

    const slide = path.join(copy, 'slides/sample/bendrija.ts')
    writeFileSync(slide, readFileSync(slide, 'utf8').replace(/(title: \{ lt: ')/, '$1Nauja '))
    const unbuilt = startStage(copy, ['--no-build'])
    expect(await page(await unbuilt.opened)).not.toContain('Nauja ')
    const stage = startStage(copy)
    expect(await page(await stage.opened)).toContain('Nauja ')
    expect(written()).toBeGreaterThan(before)
    // Who started before goes on with what it had.
    expect(await page(await unbuilt.opened)).not.toContain('Nauja ')
  })

  it('is made anew for another room', async () => {
    const { origin } = await startStage(copy, ['--room', 'side']).opened
    expect((await ask({ origin, path: '/' })).body.toString()).toContain('data-live="./live/side"')
    expect((await ask({ origin, path: '/live/side', headers: JSON_ONLY })).status).toBe(200)
    expect((await ask({ origin, path: '/live/main', headers: JSON_ONLY })).status).toBe(404)
  })

  it('that fails says what to mend, and leaves the last one', async () => {
    const before = written()
    const slide = path.join(copy, 'slides/sample/pabaiga.ts')
    const good = readFileSync(slide, 'utf8')
    writeFileSync(slide, good.replace(/minutes: [\d.]+/, 'minutes: 99'))
    const stage = startStage(copy)
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toMatch(
      /^Building the stage …\nslides\/sample\/deck\.ts: the slides' minutes add up to .*\n$/,
    )
    writeFileSync(slide, good)
    expect(written()).toBe(before)
  })
})

const JSON_ONLY = { Accept: 'application/json' }

async function page({ origin }: Opened): Promise<string> {
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
