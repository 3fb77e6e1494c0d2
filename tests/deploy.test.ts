import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../src/live/eventually.ts'
import { findFreePorts, findNatsServer, findProgram } from '../src/live/nats/brokers.ts'
import { tellMissing } from './programs.ts'
import { ask, copyProject, endAll, startScript, startStage } from './stage-process.ts'

/** What `deploy/` is made for, by the name of its Debian package. */
const PROGRAMS = {
  'nats-server': findNatsServer(),
  nginx: findProgram('nginx'),
  openssl: findProgram('openssl'),
}
const missing = tellMissing(['nats-server', 'nginx', 'openssl'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

const USERS = { STAGE_PASSWORD: 'of-the-stage', EDGE_PASSWORD: 'of-the-edges' }

/** A file of `deploy/` with its places adapted to this machine; a place that is not in it is a fault. */
function adapt(name: string, places: readonly (readonly [string, string])[]): string {
  let text = readFileSync(path.join('deploy', name), 'utf8')
  for (const [from, to] of places) {
    expect(text, `deploy/${name}`).toContain(from)
    text = text.replaceAll(from, to)
  }
  return text
}

describe.skipIf(missing !== undefined)('what deploy/ says', () => {
  let folder = ''
  let project = ''
  const children = new Set<ReturnType<typeof spawn>>()
  const run = (name: keyof typeof PROGRAMS, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(PROGRAMS[name] ?? name, args, { stdio: ['ignore', 'ignore', 'pipe'], env })
    children.add(child)
    return child
  }
  beforeAll(() => {
    project = copyProject()
    folder = mkdtempSync(path.join(tmpdir(), 'deck-deploy-'))
    const names = 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:talk.example.org'
    const subject = ['-subj', '/CN=talk.example.org', '-addext', names, '-days', '2']
    const files = ['-keyout', path.join(folder, 'privkey.pem'), '-out', path.join(folder, 'fullchain.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
      stdio: 'ignore',
    })
  })
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

  const startBrokers = async () => {
    const ports = await findFreePorts(9)
    const at = (index: number, what: number) => `127.0.0.1:${ports[index * 3 + what]}`
    const names = ['a', 'b', 'c'] as const
    for (const [index, name] of names.entries()) {
      const file = path.join(folder, `${name}.conf`)
      const config = adapt('nats-server.conf', [
        ['0.0.0.0:4222', at(index, 0)],
        ['0.0.0.0:6222', at(index, 1)],
        ['127.0.0.1:8222', at(index, 2)],
        ['/etc/deck/tls', folder],
        ['/var/lib/nats', path.join(folder, name)],
        ...names.map((other, place) => [`broker-${other}.internal:6222`, at(place, 1)] as const),
      ])
      writeFileSync(file, config)
      run('nats-server', ['--config', file], { BROKER_NAME: `broker-${name}`, ...USERS })
    }
    for (const index of names.keys()) {
      await eventually(() =>
        fetch(`http://${at(index, 2)}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ).toBe(true)
    }
    return names.map((_, index) => `tls://${at(index, 0)}`).join(',')
  }

  const startNginx = async (edges: readonly string[]) => {
    const [http = 0, https = 0] = await findFreePorts(2)
    const config = adapt('nginx.conf', [
      ['user www-data;', 'daemon off;'],
      ['/run/nginx.pid', path.join(folder, 'nginx.pid')],
      ['/var/log/nginx/error.log', path.join(folder, 'error.log')],
      ['worker_rlimit_nofile 131072;', ''],
      ['worker_connections 65536', 'worker_connections 512'],
      ['/etc/deck/tls', folder],
      ['listen [::]:80;', ''],
      ['listen [::]:443 ssl http2 backlog=4096;', ''],
      ['listen 80;', `listen 127.0.0.1:${http};`],
      ['listen 443 ', `listen 127.0.0.1:${https} `],
      ...['4180', '4181', '4182'].map((port, index) => [`127.0.0.1:${port} `, `${edges[index]} `] as const),
    ])
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${path.join(folder, kind)};`,
    )
    const file = path.join(folder, 'nginx.conf')
    writeFileSync(file, config.replace('server_tokens off;', `$&\n${temporary.join('\n')}`))
    mkdirSync(path.join(folder, 'logs'))
    run('nginx', ['-p', folder, '-e', path.join(folder, 'error.log'), '-c', file])
    const isUp = () =>
      fetch(`http://127.0.0.1:${http}/`, { redirect: 'manual' }).then(
        ({ status }) => status,
        () => 0,
      )
    await eventually(isUp).toBe(301)
    return `https://localhost:${https}`
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
      return { text: () => text, status: () => status, isClosed: () => closed }
    }
    return { session, request }
  }
  const positions = (text: string) =>
    [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']): { step: number } => JSON.parse(json))

  it('works as it stands: a talk over TLS, brokers by majority, edges behind HTTP/2', async () => {
    const servers = await startBrokers()
    const ca = { NATS_CA: path.join(folder, 'fullchain.pem') }
    const stageLogin = { NATS_USER: 'stage', NATS_PASSWORD: USERS.STAGE_PASSWORD, ...ca }
    const edgeLogin = { NATS_URL: servers, NATS_USER: 'edge', NATS_PASSWORD: USERS.EDGE_PASSWORD, ...ca }
    const stage = await startStage(project, ['--nats', servers, '--replicas', '3'], stageLogin).opened
    const startEdge = () =>
      startScript({
        folder: project,
        args: ['scripts/edge.ts', '--port', '0'],
        env: edgeLogin,
        read: (out) => out.match(/"event":"edge","port":(\d+)/)?.[1],
      })
    // The first one builds.
    const first = startEdge()
    await first.opened
    const edges = [first, startEdge(), startEdge()]
    const ports = await Promise.all(edges.map(({ opened }) => opened))
    const origin = await startNginx(ports.map((port) => `127.0.0.1:${port}`))
    const { session, request } = open(origin)
    const write = (seen: number, step: number) =>
      ask({
        origin: stage.origin,
        path: '/live/main',
        method: 'POST',
        headers: { Authorization: `Bearer ${stage.secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ seen, slide: 'asociacija', step, blank: false }),
      })

    // The deck, and its room, three times on one connection: least_conn gives each to another edge.
    const page = request({ ':path': '/en/' })
    await eventually(page.isClosed).toBe(true)
    expect(page.status()).toBe(200)
    expect(page.text()).toContain('data-live="../live/main"')
    const followers = [0, 1, 2].map(() => request({ ':path': '/live/main', accept: 'text/event-stream' }))
    for (const { text } of followers) await eventually(() => positions(text())).toHaveLength(1)
    expect((await write(0, 1)).status).toBe(200)
    for (const { text } of followers) await eventually(() => positions(text()).at(-1)?.step).toBe(1)

    // Nobody steers from outside, and nothing else of the processes is there.
    const steering = request({ ':path': '/live/main', ':method': 'POST' }, '{}')
    await eventually(steering.status).toBe(403)
    for (const hidden of ['/presenter', '/healthz', '/metrics']) {
      const asked = request({ ':path': hidden })
      await eventually(asked.status).toBe(404)
    }

    // An edge is killed: its follower's stream ends, and the next one goes to another edge; the others stay.
    edges[1]?.kill('SIGKILL')
    await eventually(() => followers.filter(({ isClosed }) => isClosed())).toHaveLength(1)
    const back = [0, 1, 2, 3].map(() => request({ ':path': '/live/main', accept: 'text/event-stream' }))
    for (const { text } of back) await eventually(() => positions(text())[0]?.step).toBe(1)
    expect((await write(1, 0)).status).toBe(200)
    const open3 = [...followers, ...back].filter(({ isClosed }) => !isClosed())
    expect(open3).toHaveLength(6)
    for (const { text } of open3) await eventually(() => positions(text()).at(-1)?.step).toBe(0)
    session.destroy()

    // Who has an edge's password can read, and not move.
    const thief = startStage(project, ['--nats', servers], { ...stageLogin, ...edgeLogin })
    expect(await thief.ended).toBe(1)
    expect(thief.err()).toMatch(/^tls:\S+.* NATS does not allow this login to publish /)
    for (const { out } of edges) expect(out()).not.toContain('store-lost')
  })

  it('holds for the container too: what its Containerfile copies is there', () => {
    const lines = readFileSync('deploy/Containerfile', 'utf8').split('\n')
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1))
    expect(copied.length).toBeGreaterThan(8)
    for (const file of copied.filter((name) => !name.includes('*'))) accessSync(file)
  })
})
