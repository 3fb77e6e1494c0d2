import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { findFreePorts } from '../../src/find-free-ports.ts'
import { findNatsServer } from '../../src/many-machines/bench/brokers.ts'
import { adaptDeploy, makeCertificate, startNginx } from '../../src/many-machines/bench/nginx.ts'
import { eventually } from '../eventually.ts'
import { findInstallCommand } from '../programs.ts'
import { copyBuiltProject, endAll, startStage } from '../stage-process.ts'
import { readStream, startEdge, write } from './edge-process.ts'

const missing = findInstallCommand(['nats-server', 'nginx', 'openssl'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

const USERS = { STAGE_PASSWORD: 'of-the-stage', EDGE_PASSWORD: 'of-the-edges' }

describe.skipIf(missing !== undefined)('what deploy/ says', () => {
  let folder = ''
  let project = ''
  let servers = ''
  const children: ChildProcess[] = []
  beforeAll(async () => {
    project = copyBuiltProject()
    folder = mkdtempSync(path.join(tmpdir(), 'deck-deploy-'))
    makeCertificate(folder)
    servers = await startBrokers()
  })
  afterEach(endAll)
  afterAll(async () => {
    await endAll()
    const ended = children.map((child) => child.kill('SIGKILL') && once(child, 'exit'))
    await Promise.all(ended)
    for (const made of [folder, project]) rmSync(made, { recursive: true })
  })

  const stageLogin = () => logIn('stage', USERS.STAGE_PASSWORD)
  const edgeLogin = () => logIn('edge', USERS.EDGE_PASSWORD)
  const logIn = (user: string, password: string) => ({
    NATS_URL: servers,
    NATS_USER: user,
    NATS_PASSWORD: password,
    NATS_CA: path.join(folder, 'fullchain.pem'),
  })

  const startBrokers = async () => {
    const ports = await findFreePorts(9)
    const at = (index: number, what: number) => `127.0.0.1:${ports[index * 3 + what]}`
    const names = ['a', 'b', 'c'] as const
    for (const [index, name] of names.entries()) {
      const file = path.join(folder, `${name}.conf`)
      const config = adaptDeploy('nats-server.conf', [
        ['0.0.0.0:4222', at(index, 0)],
        ['0.0.0.0:6222', at(index, 1)],
        ['127.0.0.1:8222', at(index, 2)],
        ['/etc/deck/tls', folder],
        ['/var/lib/nats', path.join(folder, name)],
        ...names.map((other, place) => [`broker-${other}.internal:6222`, at(place, 1)] as const),
      ])
      writeFileSync(file, config)
      const env = { BROKER_NAME: `broker-${name}`, ...USERS }
      children.push(spawn(findNatsServer() ?? '', ['--config', file], { stdio: 'ignore', env }))
    }
    const ask = async (index: number) => expect((await fetch(`http://${at(index, 2)}/healthz`)).ok).toBe(true)
    await vi.waitFor(() => Promise.all([0, 1, 2].map(ask)), 60_000)
    return names.map((_, index) => `tls://${at(index, 0)}`).join(',')
  }

  /** A page's connection, as browsers make it: HTTP/2 over TLS. */
  const open = (origin: string) => {
    const session = connectHttp2(origin, { ca: readFileSync(path.join(folder, 'fullchain.pem')) })
    session.on('error', () => {}) // an edge's end is an end here, not a fault
    const request = (headers: Record<string, string>, body?: string) => {
      const stream = session.request(headers)
      let [text, status] = ['', 0]
      stream.on('error', () => {})
      stream.once('response', (answer) => {
        status = Number(answer[':status'])
      })
      stream.on('data', (chunk: Buffer) => {
        text += chunk
      })
      stream.end(body)
      return {
        stream,
        text: () => text,
        status: () => status,
        isClosed: () => stream.closed,
        seq: () => readStream(text).at(-1)?.seq,
      }
    }
    return { session, request }
  }

  /** A stage that writes, three edges that read with places for two each, nginx before them. */
  const startTalk = async () => {
    const stage = await startStage(project, ['--nats', servers, '--replicas', '3'], stageLogin()).opened
    const start = () => startEdge(project, ['--followers', '2'], edgeLogin())
    // The first one has another edition than the others.
    const first = start()
    await first.opened
    const assets = path.join(project, 'dist-edge', 'site', 'assets')
    const script = readdirSync(assets).find((name) => name.endsWith('.js')) ?? ''
    rmSync(path.join(assets, script))
    const edges = [first, start(), start()] as const
    const addresses = (await Promise.all(edges.map(({ opened }) => opened))).map(
      ({ port }) => `127.0.0.1:${port}`,
    )
    const nginx = await startNginx({ folder, edges: addresses, connections: 512 })
    const { session, request } = open(nginx.origin)
    /** The answer to a whole request. */
    const get = async (place: string, accept = '*/*') => {
      const asked = request({ ':path': place, accept })
      await eventually(asked.isClosed).toBe(true)
      return { status: asked.status(), text: asked.text() }
    }
    const poll = async () => {
      const { status, text } = await get('/live/main', 'application/json')
      expect(status).toBe(200)
      const { seq }: { seq: number } = JSON.parse(text)
      return seq
    }
    const follow = () => request({ ':path': '/live/main', accept: 'text/event-stream' })
    let seq = await poll()
    /** Resolves to the new position's seq. */
    const move = async () => {
      expect((await write(stage, seq)).status).toBe(200)
      return ++seq
    }
    const stop = async () => {
      session.destroy()
      await nginx.stop()
    }
    return { edges, nginx, request, script, move, follow, get, poll, stop }
  }

  it('works as it stands: a talk over TLS, brokers by majority, edges behind HTTP/2', async () => {
    const { edges, nginx, request, script, move, follow, get, poll, stop } = await startTalk()
    onTestFinished(stop)

    // The deck, and its room, three times on one connection: least_conn gives each to another edge.
    expect(await get('/en/')).toMatchObject({
      status: 200,
      text: expect.stringContaining('data-live="../live/main"'),
    })
    const followers = [follow(), follow(), follow()]
    for (const { seq } of followers) await eventually(seq).toBeDefined()
    const first = await move()
    for (const { seq } of followers) await eventually(seq).toBe(first)

    // Nobody steers from outside, and nothing else of the processes is there.
    for (const accept of ['text/event-stream', 'application/json']) {
      const steering = request({ ':path': '/live/main', ':method': 'POST', accept }, '{}')
      await eventually(steering.status).toBe(403)
    }
    for (const hidden of ['/presenter', '/healthz', '/metrics', '/assets/nowhere.js'])
      expect((await get(hidden)).status).toBe(404)

    // Who takes nothing, more than a connection holds, holds up nobody.
    const deaf = follow()
    await eventually(deaf.seq).toBeDefined()
    deaf.stream.pause()
    let last = first
    while (last < first + 800) last = await move()
    for (const { seq } of followers) await eventually(seq).toBe(last)
    deaf.stream.resume()
    await eventually(deaf.seq).toBe(last)

    // A page's files are found at whichever edge has them, while another edition comes.
    expect(script).not.toBe('')
    for (let time = 0; time < 6; time++) expect((await get(`/assets/${script}`)).status).toBe(200)

    // An edge is killed: its followers' streams end, and they come to another edge; the others stay.
    const all = [...followers, deaf]
    edges[1].kill('SIGKILL')
    await eventually(() => all.some(({ isClosed }) => isClosed())).toBe(true)
    const stayed = () => all.filter(({ isClosed }) => !isClosed())
    for (let isPlace = true; isPlace; ) {
      const back = follow()
      await eventually(back.status).not.toBe(0)
      isPlace = back.status() === 200
      if (isPlace) all.push(back)
    }
    expect(stayed()).toHaveLength(4)
    last = await move()
    for (const { seq } of stayed()) await eventually(seq).toBe(last)

    // All places are taken now: there are still answers.
    for (let time = 0; time < 3; time++) {
      const late = follow()
      await eventually(late.status).toBeGreaterThanOrEqual(500)
      expect(await poll()).toBe(last)
    }

    // One of the two left is paused; the other one answers.
    edges[0].kill('SIGSTOP')
    onTestFinished(() => edges[0].kill('SIGCONT'))
    last = await move()
    const arrived = () => stayed().filter(({ seq }) => seq() === last).length
    // Until the other edge has the move, it answers with the old position.
    await eventually(arrived).toBe(2)
    for (let time = 0; time < 3; time++) {
      expect(await poll()).toBe(last)
      expect((await get('/')).status).toBe(200)
    }
    edges[0].kill('SIGCONT')
    await eventually(arrived).toBe(4)
    expect(nginx.log()).not.toMatch(/\[(emerg|alert|crit)\]/)
    for (const { out } of edges) expect(out()).not.toContain('store-lost')
  })

  it('keeps an edge’s password from moving the talk', async () => {
    const thief = startStage(project, ['--nats', servers], edgeLogin())
    expect(await thief.ended).toBe(1)
    expect(thief.err()).toMatch(/^tls:\S+.* NATS does not allow this login to publish /)
  })

  it('lets nobody in who does not know who signed for the brokers, and says what is missing', async () => {
    const stage = startStage(project, ['--nats', servers], { ...stageLogin(), NATS_CA: '' })
    expect(await stage.ended).toBe(1)
    expect(stage.err()).toMatch(
      /^tls:\S+.* nobody whom this machine trusts .* NATS_CA takes the file of who did\n$/,
    )
  })
})
