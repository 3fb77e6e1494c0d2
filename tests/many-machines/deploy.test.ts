import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { findFreePorts } from '../../src/find-free-ports.ts'
import { adaptDeploy, makeCertificate, startNginx } from '../../src/many-machines/bench/nginx.ts'
import { findNatsServer } from '../../src/many-machines/brokers.ts'
import { eventually } from '../eventually.ts'
import { tellMissing } from '../programs.ts'
import { ask, copyBuiltProject, endAll, startScript, startStage } from '../stage-process.ts'

const missing = tellMissing(['nats-server', 'nginx', 'openssl'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

const USERS = { STAGE_PASSWORD: 'of-the-stage', EDGE_PASSWORD: 'of-the-edges' }

describe.skipIf(missing !== undefined)('what deploy/ says', () => {
  let folder = ''
  let project = ''
  let servers = ''
  const children = new Set<ReturnType<typeof spawn>>()
  const runBroker = (config: string, env: NodeJS.ProcessEnv) => {
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    children.add(spawn(findNatsServer() ?? '', ['--config', config], { stdio: [...stdio], env }))
  }
  beforeAll(async () => {
    project = copyBuiltProject()
    folder = mkdtempSync(path.join(tmpdir(), 'deck-deploy-'))
    makeCertificate(folder)
    servers = await startBrokers()
  })
  afterEach(endAll)
  afterAll(async () => {
    await endAll()
    for (const child of children) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    }
    rmSync(folder, { recursive: true })
    rmSync(project, { recursive: true })
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
      runBroker(file, { BROKER_NAME: `broker-${name}`, ...USERS })
    }
    const isUp = (index: number) =>
      fetch(`http://${at(index, 2)}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    await vi.waitFor(
      async () => expect(await Promise.all([...names.keys()].map(isUp))).not.toContain(false),
      60_000,
    )
    return names.map((_, index) => `tls://${at(index, 0)}`).join(',')
  }

  /** A page's connection, as browsers make it: HTTP/2 over TLS. */
  const open = (origin: string) => {
    const session = connectHttp2(origin, { ca: readFileSync(path.join(folder, 'fullchain.pem')) })
    session.on('error', () => {}) // an edge's end is an end here, not a fault
    const request = (headers: Record<string, string>, body?: string) => {
      const stream = session.request(headers)
      let text = ''
      let status = 0
      let closed = false
      stream.on('error', () => {})
      stream.once('response', (answer) => {
        status = Number(answer[':status'])
      })
      stream.once('close', () => {
        closed = true
      })
      stream.on('data', (chunk: Buffer) => {
        text += chunk
      })
      stream.end(body)
      return {
        text: () => text,
        status: () => status,
        isClosed: () => closed,
        pause: () => stream.pause(),
        resume: () => stream.resume(),
      }
    }
    return { session, request }
  }
  const positions = (text: string) =>
    [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']): { seq: number; step: number } =>
      JSON.parse(json),
    )

  /** A stage that writes, three edges that read with places for two each, nginx before them. */
  const startTalk = async () => {
    const stage = await startStage(project, ['--nats', servers, '--replicas', '3'], stageLogin()).opened
    const startEdge = (...args: readonly string[]) =>
      startScript({
        folder: project,
        args: ['dist-edge/edge.mjs', '--port', '0', '--followers', '2', ...args],
        env: edgeLogin(),
        read: (out) => out.match(/"event":"edge","port":(\d+)/)?.[1],
      })
    // The first one has another edition than the others.
    const first = startEdge()
    await first.opened
    const assets = path.join(project, 'dist-edge', 'site', 'assets')
    const script = readdirSync(assets).find((name) => name.endsWith('.js')) ?? ''
    rmSync(path.join(assets, script))
    const edges = [first, startEdge(), startEdge()] as const
    const ports = await Promise.all(edges.map(({ opened }) => opened))
    const addresses = ports.map((port) => `127.0.0.1:${port}`)
    const nginx = await startNginx({ folder, edges: addresses, connections: 512 })
    const { session, request } = open(nginx.origin)
    const follow = () => request({ ':path': '/live/main', accept: 'text/event-stream' })
    const poll = async () => {
      const polled = request({ ':path': '/live/main', accept: 'application/json' })
      await eventually(polled.isClosed).toBe(true)
      expect(polled.status()).toBe(200)
      return readPosition(polled.text())
    }
    let { seq } = await poll()
    /** Resolves to the new position's seq. */
    const move = async () => {
      const { status } = await ask({
        origin: stage.origin,
        path: '/live/main',
        method: 'POST',
        headers: { Authorization: `Bearer ${stage.secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ seen: seq, slide: 'sodai', step: 0, blank: false }),
      })
      expect(status).toBe(200)
      return ++seq
    }
    const stop = async () => {
      session.destroy()
      await nginx.stop()
    }
    return { edges, nginx, request, script, move, follow, poll, stop }
  }

  it('works as it stands: a talk over TLS, brokers by majority, edges behind HTTP/2', async () => {
    const { edges, nginx, request, script, move, follow, poll, stop } = await startTalk()
    onTestFinished(stop)

    // The deck, and its room, three times on one connection: least_conn gives each to another edge.
    const page = request({ ':path': '/en/' })
    await eventually(page.isClosed).toBe(true)
    expect(page.status()).toBe(200)
    expect(page.text()).toContain('data-live="../live/main"')
    const followers = [follow(), follow(), follow()]
    for (const { text } of followers) await eventually(() => positions(text())).not.toHaveLength(0)
    const first = await move()
    for (const { text } of followers) await eventually(() => positions(text()).at(-1)?.seq).toBe(first)

    // Nobody steers from outside, and nothing else of the processes is there.
    for (const accept of ['text/event-stream', 'application/json']) {
      const steering = request({ ':path': '/live/main', ':method': 'POST', accept }, '{}')
      await eventually(steering.status).toBe(403)
    }
    for (const hidden of ['/presenter', '/healthz', '/metrics']) {
      const asked = request({ ':path': hidden })
      await eventually(asked.status).toBe(404)
    }

    // Who takes nothing, more than a connection holds, holds up nobody.
    const deaf = follow()
    await eventually(() => positions(deaf.text())).not.toHaveLength(0)
    deaf.pause()
    let last = first
    while (last < first + 800) last = await move()
    for (const { text } of followers) await eventually(() => positions(text()).at(-1)?.seq).toBe(last)
    deaf.resume()
    await eventually(() => positions(deaf.text()).at(-1)?.seq).toBe(last)

    // A page's files are found at whichever edge has them, while another edition comes.
    expect(script).not.toBe('')
    for (let time = 0; time < 6; time++) {
      const asked = request({ ':path': `/assets/${script}` })
      await eventually(asked.isClosed).toBe(true)
      expect(asked.status()).toBe(200)
    }
    await eventually(request({ ':path': '/assets/nowhere.js' }).status).toBe(404)

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
    for (const { text } of stayed()) await eventually(() => positions(text()).at(-1)?.seq).toBe(last)

    // All places are taken now: there are still answers.
    for (let time = 0; time < 3; time++) {
      const late = follow()
      await eventually(late.status).toBeGreaterThanOrEqual(500)
      expect((await poll()).seq).toBe(last)
    }

    // Of the two left, one stands still: the other one answers.
    edges[0].kill('SIGSTOP')
    onTestFinished(() => edges[0].kill('SIGCONT'))
    last = await move()
    const arrived = () => stayed().filter(({ text }) => positions(text()).at(-1)?.seq === last).length
    // Before the other edge has heard of it, it answers with what was.
    await eventually(arrived).toBe(2)
    for (let time = 0; time < 3; time++) {
      expect((await poll()).seq).toBe(last)
      await eventually(request({ ':path': '/' }).status).toBe(200)
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

function readPosition(text: string): { readonly seq: number } {
  return JSON.parse(text)
}
