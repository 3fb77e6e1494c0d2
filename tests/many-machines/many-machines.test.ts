import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Brokers,
  findNatsServer,
  GET_NATS_SERVER,
  startBrokers,
} from '../../src/many-machines/bench/brokers.ts'
import { eventually } from '../eventually.ts'
import {
  ask,
  copyBuiltProject,
  endAll,
  type Opened,
  type StageProcess,
  startScript,
  startStage,
} from '../stage-process.ts'

const missing = findNatsServer() === undefined
if (missing) console.warn(`Left out: ${GET_NATS_SERVER}`)

const PASSWORD = 'a-password-that-is-shown-nowhere'
const LOGIN = { NATS_USER: 'deck', NATS_PASSWORD: PASSWORD }
const JSON_ONLY = { Accept: 'application/json' }

let folder = ''
beforeAll(() => {
  folder = copyBuiltProject()
})
afterAll(async () => {
  await endAll()
  rmSync(folder, { recursive: true })
})

interface LogLine {
  readonly time: string
  readonly event: string
  readonly port?: number
  readonly outcome?: string
  readonly reason?: string
}

function readLog(text: string): LogLine[] {
  const lines = text.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line): LogLine => JSON.parse(line))
}

/** Starts an edge; resolves to where it and its figures are. */
function startEdge(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const read = (out: string) => {
    if (!out.endsWith('\n')) return undefined
    const find = (event: string) => readLog(out).find((line) => line.event === event)?.port
    const port = find('edge')
    const origin = (port: number | undefined) => `http://127.0.0.1:${port}`
    return port === undefined ? undefined : { origin: origin(port), health: origin(find('health')) }
  }
  return startScript({ folder, args: ['dist-edge/edge.mjs', '--port', '0', ...args], env, read })
}

/** Follows a room by hand: what came so far, and whether the stream is still open. */
function listen(origin: string) {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.write('GET /live/main HTTP/1.1\r\nHost: talk.example\r\nAccept: text/event-stream\r\n\r\n')
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk
  })
  return {
    closed: once(socket, 'close'),
    isOpen: () => !socket.destroyed,
    messages: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']): unknown => JSON.parse(json)),
  }
}

function write({ origin, secret }: Opened, seen: number, step = 0) {
  return ask({
    origin,
    path: '/live/main',
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ seen, slide: 'sodai', step, blank: false }),
  })
}

describe.skipIf(missing)('a stage and its edges', () => {
  let brokers: Brokers
  let stage: StageProcess
  let edge: ReturnType<typeof startEdge>
  let opened: Opened
  let origin = ''
  let health = ''
  beforeAll(async () => {
    brokers = await startBrokers({ config: `authorization { user: deck, password: ${PASSWORD} }` })
    const nats = ['--nats', brokers.servers.join(','), '--health', '0']
    stage = startStage(folder, nats, LOGIN)
    // First, as it makes the bucket: an edge that is faster says for two seconds that there is none.
    opened = await stage.opened
    edge = startEdge(nats, LOGIN)
    const at = await edge.opened
    origin = at.origin
    health = at.health
  })
  afterAll(() => brokers.stop())
  const readSeq = async (): Promise<number> => {
    const { body } = await ask({ origin: opened.origin, path: '/live/main', headers: JSON_ONLY })
    const { seq }: { seq: number } = JSON.parse(body.toString())
    return seq
  }

  it('count what happens, where no proxy leads', async () => {
    const followers = [listen(origin), listen(origin)]
    for (const { messages } of followers) await eventually(messages).not.toHaveLength(0)
    const seq = await readSeq()
    await write(opened, seq, 1)
    await write({ ...opened, origin }, seq)
    for (const { messages } of followers) await eventually(() => messages().at(-1)).toMatchObject({ step: 1 })
    const figures = (await ask({ origin: health, path: '/metrics' })).body.toString()
    for (const line of [
      'deck_followers 2',
      'deck_joins_total 2',
      'deck_writes_total{outcome="refused"} 1',
      'deck_store_reachable 1',
      'deck_dropped_readers_total 0',
    ]) {
      expect(figures.split('\n')).toContain(line)
    }
    expect(figures).toMatch(/^deck_fan_out_seconds_count [1-9]/m)
    expect(figures).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    for (const page of ['/metrics', '/healthz']) {
      expect((await ask({ origin, path: page })).status).toBe(404)
      expect((await ask({ origin: opened.origin, path: page })).status).toBe(404)
      expect((await ask({ origin: health, path: page, method: 'POST' })).status).toBe(404)
    }
  })

  it('show one position, which only the stage can move', async () => {
    const follower = listen(origin)
    await eventually(follower.messages).not.toHaveLength(0)
    expect((await write(opened, await readSeq(), 2)).status).toBe(200)
    await eventually(() => follower.messages().at(-1)).toMatchObject({ slide: 'sodai', step: 2 })
    const refused = await write({ ...opened, origin }, await readSeq(), 0)
    expect(refused.status).toBe(405)
    expect(refused.headers.allow).toBe('GET')
    const { body } = await ask({ origin, path: '/live/main', headers: JSON_ONLY })
    expect(JSON.parse(body.toString())).toMatchObject({ step: 2 })
  })

  it('have the deck in common, and nothing of the speaker', async () => {
    for (const page of ['/', '/en/', '/hall']) {
      const [own, stages] = await Promise.all(
        [origin, opened.origin].map((at) => ask({ origin: at, path: page })),
      )
      expect(own?.status).toBe(200)
      expect(own?.body).toEqual(stages?.body)
    }
    const headers = { Authorization: `Bearer ${opened.secret}` }
    for (const page of [
      '/presenter',
      '/en/presenter',
      '/notes.json',
      '/presenter/',
      '/live/main/followers',
    ]) {
      const { status } = await ask({ origin, path: page, headers })
      expect([401, 404], page).toContain(status)
    }
    const names = readdirSync(path.join(folder, 'dist-edge'), { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => /presenter|notes/.test(name))).toEqual([])
  })

  it('keep their followers while NATS is down, say so once, and go on when it is back', async () => {
    const follower = listen(origin)
    const seq = await readSeq()
    await eventually(follower.messages).not.toHaveLength(0)
    expect((await ask({ origin: health, path: '/healthz' })).status).toBe(200)

    brokers.kill(0)
    await eventually(async () => (await ask({ origin: health, path: '/healthz' })).status).toBe(503)
    const failed = await write(opened, seq, 1)
    expect(failed.status).toBe(503)
    expect(JSON.parse(failed.body.toString())).toEqual({ error: 'the position could not be kept' })
    const late = listen(origin)
    await eventually(late.messages).not.toHaveLength(0)
    expect(follower.isOpen()).toBe(true)

    await brokers.restart(0)
    await eventually(async () => (await ask({ origin: health, path: '/healthz' })).status).toBe(200)
    await eventually(async () => (await write(opened, seq, 2)).status).toBe(200)
    for (const { messages } of [follower, late])
      await eventually(() => messages().at(-1)).toMatchObject({ step: 2 })
    expect(follower.isOpen()).toBe(true)
    for (const print of [stage.err, edge.out]) {
      const events = () => readLog(print()).filter(({ event }) => event.startsWith('store-'))
      await eventually(() => events().at(-1)?.event).toBe('store-back')
      const lost = events().filter(({ reason }) => reason === 'the connection to NATS is lost')
      expect(lost).toHaveLength(1)
    }
  })

  it('end: an edge lets its followers go, who hear of no end; the log is lines of JSON, without a secret or an address', async () => {
    const follower = listen(origin)
    await eventually(follower.messages).not.toHaveLength(0)
    const seq = await readSeq()
    await write(opened, seq)
    await write(opened, 0)
    await write({ ...opened, secret: PASSWORD }, seq)
    await ask({ origin, path: `/live/main?token=${opened.secret}` })
    edge.kill('SIGTERM')
    await follower.closed
    expect(follower.messages()).not.toContainEqual({ ended: true })
    stage.kill('SIGTERM')
    for (const { ended } of [edge, stage]) expect(await ended).toBe(0)
    const lines = `${stage.err()}${edge.out()}`.split('\n').filter((line) => line !== '')
    for (const line of lines) expect(readLog(line), line).toHaveLength(1)
    expect(readLog(stage.err()).map(({ event, outcome }) => outcome ?? event)).toEqual(
      expect.arrayContaining(['accepted', 'outdated']),
    )
    const printed = lines.join() + edge.err()
    for (const secret of [opened.secret, PASSWORD, '127.0.0.1', 'localhost'])
      expect(printed).not.toContain(secret)
  })
})

describe('without --nats', () => {
  /** The files a stage has loaded when it ends that hold code for NATS or for figures. */
  const listLoaded = async (
    args: readonly string[],
    end: (stage: ReturnType<typeof startStage>) => Promise<unknown>,
  ) => {
    // Lists all that was loaded: https://nodejs.org/api/cli.html#node_v8_coveragedir
    const coverage = path.join(folder, 'coverage')
    await end(startStage(folder, args, { NODE_V8_COVERAGE: coverage }))
    const [report = ''] = readdirSync(coverage)
    const { result }: { result: { url: string }[] } = JSON.parse(
      readFileSync(path.join(coverage, report), 'utf8'),
    )
    rmSync(coverage, { recursive: true })
    const files = result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => new URL(url))
    return files.filter((file) => /\$JS\.API|collectDefaultMetrics/.test(readFileSync(file, 'utf8')))
  }

  it('no NATS code is loaded, nor that for figures', async () => {
    const loaded = await listLoaded([], async (stage) => {
      await stage.opened
      stage.kill('SIGTERM')
      expect(await stage.ended).toBe(0)
    })
    expect(loaded).toEqual([])
    // What the test would see if there were some.
    const wanted = await listLoaded(['--nats', 'nats://127.0.0.1:1'], async (stage) => {
      expect(await stage.ended).toBe(1)
      expect(stage.err()).toBe(
        'nats://127.0.0.1:1: no NATS is listening there; start nats-server --jetstream\n',
      )
    })
    expect(wanted).not.toEqual([])
  })
})

describe('a start that cannot be', () => {
  it('of an edge says so in one line', async () => {
    const edge = startEdge([])
    expect(await edge.ended).toBe(2)
    expect(edge.err()).toMatch(/^an edge needs --nats \(or NATS_URL\).*\n$/)
  })
})
