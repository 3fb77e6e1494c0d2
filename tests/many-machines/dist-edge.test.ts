import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { startBrokers } from '../../src/many-machines/bench/brokers.ts'
import { eventually } from '../eventually.ts'
import { findInstallCommand } from '../programs.ts'
import { ask, copyBuiltProject, endAll, follow, startScript, startStage } from '../stage-process.ts'

const missing = findInstallCommand(['nats-server'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

/** The container's two stages, instruction by instruction. */
const STAGES = readFileSync('deploy/Containerfile', 'utf8')
  .split(/^FROM .*$/m)
  .slice(1)
const list = (stage: number, instruction: string) =>
  [...(STAGES[stage]?.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm')) ?? [])].map(
    ([, value = '']) => value,
  )

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'deck-edge-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

describe.skipIf(missing !== undefined)('dist-edge/', () => {
  afterEach(endAll)

  it('is built from what the Containerfile copies', async () => {
    const builder = makeFolder()
    for (const copied of list(0, 'COPY')) {
      const names = copied.split(' ').slice(0, -1)
      for (const name of names)
        cpSync(path.join(inject('project'), name), path.join(builder, name), { recursive: true })
    }
    expect(list(0, 'RUN')).toEqual(['PUPPETEER_SKIP_DOWNLOAD=1 npm ci', 'npm run edge -- --only-build'])
    symlinkSync(path.resolve('node_modules'), path.join(builder, 'node_modules'), 'dir')
    // Fonts that were made once are not made again.
    mkdirSync(path.join(builder, '.cache'))
    symlinkSync(path.resolve('.cache/kept'), path.join(builder, '.cache/kept'), 'dir')
    const args = ['edge', '--only-build']
    const building = startScript({ folder: builder, args, env: {}, read: () => undefined })
    expect(await building.ended, building.err()).toBe(0)

    expect(readdirSync(path.join(builder, 'dist-edge'))).toEqual(['edge.mjs', 'site'])
  })

  it('serves followers of a stage, where there is Node alone', async () => {
    const folder = makeFolder()
    expect(list(1, 'COPY')).toEqual(['--from=build /deck/dist-edge .'])
    cpSync(path.join(inject('stageBuilds'), 'dist-edge'), folder, { recursive: true })
    const brokers = await startBrokers()
    onTestFinished(() => brokers.stop())
    const [node, ...command]: string[] = JSON.parse(list(1, 'CMD').join())
    expect(node).toBe('node')
    const project = copyBuiltProject()
    onTestFinished(() => rmSync(project, { recursive: true }))
    const stage = await startStage(project, ['--nats', brokers.servers.join()]).opened
    const edge = startScript({
      folder,
      // Any free ports instead of the container's own.
      args: command.map((word) => (/^\d+$/.test(word) ? '0' : word)),
      env: { NATS_URL: brokers.servers.join() },
      read: (out) => out.match(/"event":"edge","port":(\d+)/)?.[1],
    })
    const origin = `http://127.0.0.1:${await edge.opened}`
    expect((await ask({ origin, path: '/' })).status).toBe(200)
    for (const hidden of ['/presenter', '/presenter/notes.json', '/notes.json', '/edge.mjs']) {
      expect((await ask({ origin, path: hidden })).status).toBe(404)
    }
    const { all } = await follow(origin, '/live/main')
    const written = await ask({
      origin: stage.origin,
      path: '/live/main',
      method: 'POST',
      headers: { Authorization: `Bearer ${stage.secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ seen: 0, slide: 'sodai', step: 1, blank: false }),
    })
    expect(written.status).toBe(200)
    const read = async () =>
      (await ask({ origin, path: '/live/main', headers: { Accept: 'application/json' } })).body
    await eventually(async () => JSON.parse(`${await read()}`)).toMatchObject({ slide: 'sodai', step: 1 })
    edge.kill('SIGTERM')
    expect(await edge.ended).toBe(0)
    expect(await all).toContainEqual(expect.objectContaining({ slide: 'sodai', step: 1 }))
  })
})
