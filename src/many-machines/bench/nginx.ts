import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePorts } from '../../find-free-ports.ts'
import { ROOT } from '../../root.ts'
import { findProgram } from './brokers.ts'

const DEPLOY = path.join(ROOT, 'deploy')

/** A file of `deploy/` with the first text of each pair in `places` replaced. Throws if one is missing. */
export function adaptDeploy(name: string, places: readonly (readonly [string, string])[]): string {
  let text = readFileSync(path.join(DEPLOY, name), 'utf8')
  for (const [from, to] of places) {
    if (!text.includes(from)) throw new Error(`deploy/${name} has no "${from}"`)
    text = text.replaceAll(from, to)
  }
  return text
}

/** Creates `fullchain.pem` and `privkey.pem` for this machine in the folder; needs openssl. */
export function makeCertificate(folder: string): void {
  const what =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=talk.example.org'
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:talk.example.org']
  const files = ['-keyout', path.join(folder, 'privkey.pem'), '-out', path.join(folder, 'fullchain.pem')]
  execFileSync('openssl', [...what.split(' '), ...names, ...files], { stdio: 'ignore' })
}

export interface NginxOptions {
  /** A folder for this nginx alone: it holds the certificate, and nginx writes everything there. */
  readonly folder: string
  /** `host:port` of each of the three edges. */
  readonly edges: readonly string[]
  /** The most connections, those to the edges included. */
  readonly connections: number
}

export interface Nginx {
  /** The `https:` origin, without a closing slash. */
  readonly origin: string
  /** The master's process id. */
  readonly pid: number
  /** The content of nginx's error log. */
  log(): string
  stop(): Promise<void>
}

/** Starts nginx with `deploy/nginx.conf`; resolves when it answers. */
export async function startNginx({ folder, edges, connections }: NginxOptions): Promise<Nginx> {
  const [http = 0, https = 0] = await findFreePorts(2)
  const log = path.join(folder, 'error.log')
  const config = adaptDeploy('nginx.conf', [
    ['user www-data;', 'daemon off;'],
    ['/run/nginx.pid', path.join(folder, 'nginx.pid')],
    ['/var/log/nginx/error.log', log],
    ['worker_rlimit_nofile 131072;', ''],
    ['worker_connections 65536', `worker_connections ${connections}`],
    ['/etc/deck/tls', folder],
    ['listen [::]:80;', ''],
    ['listen [::]:443 ssl http2 backlog=4096;', ''],
    ['listen 80;', `listen 127.0.0.1:${http};`],
    ['listen 443 ', `listen 127.0.0.1:${https} `],
    ...['4180', '4181', '4182'].map((port, index) => [`127.0.0.1:${port} `, `${edges[index]} `] as const),
  ])
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = kinds.map((kind) => `${kind}_temp_path ${path.join(folder, kind)};`).join('\n')
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, config.replace('server_tokens off;', `$&\n${temporary}`))
  mkdirSync(path.join(folder, 'logs'), { recursive: true })
  const child = spawn(findProgram('nginx') ?? 'nginx', ['-p', folder, '-e', log, '-c', file], {
    stdio: 'ignore',
  })
  await once(child, 'spawn')
  const readLog = () => readFileSync(log, 'utf8')
  const isUp = () =>
    fetch(`http://127.0.0.1:${http}/`, { redirect: 'manual' }).then(
      ({ status }) => status === 301,
      () => false,
    )
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${readLog()}`)
    await sleep(50)
  }
  return {
    origin: `https://localhost:${https}`,
    pid: child.pid ?? 0,
    log: readLog,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
