import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Brokers, startBrokers } from '../src/many-machines/brokers.ts'
import { tellMissing } from './programs.ts'
import { ask, endAll, startScript } from './stage-process.ts'

const missing = tellMissing(['nats-server'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

/** One stage of a container file: what it does, line by line. */
type Stage = readonly (readonly [instruction: string, value: string])[]

function readStages(file: string): Stage[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.match(/^([A-Z]+) (.*)$/))
    .filter((match) => match !== null)
    .map(([, instruction = '', value = '']) => [instruction, value] as const)
  const starts = lines.flatMap(([instruction], index) => (instruction === 'FROM' ? [index] : []))
  return starts.map((start, index) => lines.slice(start, starts[index + 1]))
}

/** An empty folder with what the stage copies, from the project or from another stage's folder. */
function copyStage(stage: Stage, built?: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'deck-container-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [instruction, value] of stage) {
    if (instruction !== 'COPY') continue
    const words = value.replace(/^--from=\S+ /, '').split(' ')
    const target = words.pop() ?? ''
    for (const word of words) {
      const from = value.startsWith('--from=') ? path.join(built ?? '', path.basename(word)) : word
      for (const source of expand(from)) {
        const into = /^\.?\/$|\/$/.test(target) || words.length > 1
        const place = path.join(folder, target, into ? path.basename(source) : '')
        mkdirSync(path.dirname(place), { recursive: true })
        cpSync(source, place, { recursive: true })
      }
    }
  }
  return folder
}

/** The only pattern of a shell that is used: a star in a file's name. */
function expand(name: string): string[] {
  if (!name.includes('*')) return [name]
  const [before = '', after = ''] = name.split('*')
  return readdirSync('.').filter((file) => file.startsWith(before) && file.endsWith(after))
}

/** What `npm ci` puts there: all packages, or with `--omit=dev` those that the lock file does not mark. */
function install(folder: string, { dev }: { readonly dev: boolean }): void {
  const lock: { packages: Record<string, { dev?: boolean; devOptional?: boolean }> } = JSON.parse(
    readFileSync(path.join(folder, 'package-lock.json'), 'utf8'),
  )
  for (const [name, entry] of Object.entries(lock.packages)) {
    const isOwn = name.lastIndexOf('node_modules/') === 0
    if (!isOwn || !existsSync(name) || (!dev && (entry.dev || entry.devOptional))) continue
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    symlinkSync(path.resolve(name), path.join(folder, name), 'dir')
  }
}

describe.skipIf(missing !== undefined)('the container that the Containerfile describes', () => {
  afterEach(endAll)

  it('builds and serves an edge with what is copied into it, and nothing of the speaker', async () => {
    const [build = [], serve = []] = readStages('deploy/Containerfile')
    const runs = [...build, ...serve].filter(([instruction]) => instruction === 'RUN')
    expect(runs.map(([, command]) => command)).toEqual([
      'PUPPETEER_SKIP_DOWNLOAD=1 npm ci',
      'npm run edge -- --only-build',
      'npm ci --omit=dev',
    ])

    const builder = copyStage(build)
    install(builder, { dev: true })
    const read = () => undefined
    const args = ['edge', '--only-build']
    const building = startScript({ folder: builder, args, env: {}, read })
    expect(await building.ended, building.err()).toBe(0)

    const folder = copyStage(serve, builder)
    install(folder, { dev: false })
    expect(existsSync(path.join(folder, 'slides'))).toBe(false)
    const brokers: Brokers = await startBrokers()
    onTestFinished(() => brokers.stop())
    const command: string[] = JSON.parse(serve.find(([instruction]) => instruction === 'CMD')?.[1] ?? '[]')
    expect(command.slice(0, 4)).toEqual(['node', 'scripts/run.js', 'edge'])
    const edge = startScript({
      folder,
      // Any free ports instead of the container's own.
      args: command.slice(3).map((word) => (/^\d+$/.test(word) ? '0' : word)),
      env: { NODE_ENV: 'production', NATS_URL: brokers.servers.join() },
      read: (out) => out.match(/"event":"edge","port":(\d+)/)?.[1],
    })
    const origin = `http://127.0.0.1:${await edge.opened}`
    const page = await ask({ origin, path: '/' })
    expect(page.status).toBe(200)
    for (const hidden of ['/presenter', '/presenter/notes.json', '/notes.json']) {
      expect((await ask({ origin, path: hidden })).status).toBe(404)
    }
    edge.kill('SIGTERM')
    expect(await edge.ended).toBe(0)
  })
})
