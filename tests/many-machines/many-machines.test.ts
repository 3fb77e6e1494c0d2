import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Brokers, startBrokers } from '../../src/many-machines/bench/brokers.ts'
import { eventually } from '../eventually.ts'
import { findInstallCommand } from '../programs.ts'
import {
  copyBuiltProject,
  endAll,
  type Opened,
  type RunProcess,
  type StageProcess,
  startStage,
} from '../stage-process.ts'
import { readPosition, readStream, startEdge, write } from './edge-process.ts'

const missing = findInstallCommand(['nats-server'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

const PASSWORD = 'a-password-that-is-shown-nowhere'
const LOGIN = { NATS_USER: 'deck', NATS_PASSWORD: PASSWORD }

let folder = ''
beforeAll(() => {
  folder = copyBuiltProject()
})
afterAll(async () => {
  await endAll()
  rmSync(folder, { recursive: true })
})

interface LogLine {
  readonly event: string
  readonly outcome?: string
  readonly reason?: string
}

function readLog(text: string): LogLine[] {
  const lines = text.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line): LogLine => JSON.parse(line))
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
    messages: () => readStream(text),
  }
}

describe.skipIf(missing !== undefined)('a stage and its edges', () => {
  let brokers: Brokers
  let stage: StageProcess
  let edge: RunProcess<unknown>
  let opened: Opened
  let [origin, health] = ['', '']
  beforeAll(async () => {
    brokers = await startBrokers({ config: `authorization { user: deck, password: ${PASSWORD} }` })
    const nats = ['--nats', brokers.servers.join(','), '--health', '0']
    stage = startStage(folder, nats, LOGIN)
    // First, as it makes the bucket: an edge that is faster says for two seconds that there is none.
    opened = await stage.opened
    const starting = startEdge(folder, nats, LOGIN)
    ;({ origin, health } = await starting.opened)
    edge = starting
  })
  afterAll(() => brokers.stop())
  const readSeq = async () => (await readPosition(opened.origin)).seq
  const readHealth = async () => (await fetch(`${health}/healthz`)).status

  it('show one position, which only the stage can move, and count it where no proxy leads', async () => {
    const followers = [listen(origin), listen(origin)]
    for (const { messages } of followers) await eventually(messages).not.toHaveLength(0)
    const seq = await readSeq()
    expect((await write(opened, seq, 1)).status).toBe(200)
    const refused = await write({ ...opened, origin }, seq)
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
    for (const { messages } of followers) await eventually(() => messages().at(-1)).toMatchObject({ step: 1 })
    const figures = await (await fetch(`${health}/metrics`)).text()
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
      for (const at of [origin, opened.origin]) expect((await fetch(at + page)).status).toBe(404)
      expect((await fetch(health + page, { method: 'POST' })).status).toBe(404)
    }
  })

  it('have the deck in common, and nothing of the speaker', async () => {
    for (const page of ['/', '/en/', '/hall']) {
      const [own, stages] = await Promise.all(
        [origin, opened.origin].map(async (at) => (await fetch(at + page)).text()),
      )
      expect(own).toBe(stages)
    }
    const headers = { Authorization: `Bearer ${opened.secret}` }
    for (const page of [
      'presenter',
      'en/presenter',
      'notes.json',
      'presenter/',
      'presenter/notes.json',
      'live/main/followers',
    ]) {
      expect([401, 404], page).toContain((await fetch(`${origin}/${page}`, { headers })).status)
    }
    const names = readdirSync(path.join(folder, 'dist-edge'), { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => /presenter|notes/.test(name))).toEqual([])
  })

  it('keep their followers while NATS is down, say so once, and go on when it is back', async () => {
    const follower = listen(origin)
    const seq = await readSeq()
    await eventually(follower.messages).not.toHaveLength(0)
    expect(await readHealth()).toBe(200)

    brokers.kill(0)
    await eventually(readHealth).toBe(503)
    const failed = await write(opened, seq, 1)
    expect(failed.status).toBe(503)
    expect(await failed.json()).toEqual({ error: 'the position could not be kept' })
    const late = listen(origin)
    await eventually(late.messages).not.toHaveLength(0)

    await brokers.restart(0)
    await eventually(readHealth).toBe(200)
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
    await fetch(`${origin}/live/main?token=${opened.secret}`)
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

/** The files that a stage has loaded when it ends and that hold code for NATS or for figures. */
async function listLoaded(
  args: readonly string[],
  end: (stage: StageProcess) => Promise<unknown>,
): Promise<URL[]> {
  // Lists all that was loaded: https://nodejs.org/api/cli.html#node_v8_coveragedir
  const coverage = path.join(folder, 'coverage')
  await end(startStage(folder, args, { NODE_V8_COVERAGE: coverage }))
  const [report = ''] = readdirSync(coverage)
  const text = readFileSync(path.join(coverage, report), 'utf8')
  const { result }: { result: { url: string }[] } = JSON.parse(text)
  rmSync(coverage, { recursive: true })
  const files = result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => new URL(url))
  return files.filter((file) => /\$JS\.API|collectDefaultMetrics/.test(readFileSync(file, 'utf8')))
}

it('without --nats no NATS code is loaded, nor that for figures', async () => {
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
