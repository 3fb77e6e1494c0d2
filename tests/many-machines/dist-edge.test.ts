import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { startBrokers } from '../../src/many-machines/bench/brokers.ts'
import { eventually } from '../eventually.ts'
import { findInstallCommand } from '../programs.ts'
import { copyBuiltProject, endAll, startScript, startStage } from '../stage-process.ts'
import { readPosition, startEdge, write } from './edge-process.ts'

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

function removeLater(folder: string): string {
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
const makeFolder = () => removeLater(mkdtempSync(path.join(tmpdir(), 'deck-edge-')))

describe.skipIf(missing !== undefined)('dist-edge/', () => {
  afterEach(endAll)

  it('is built from what the Containerfile copies', async () => {
    const builder = makeFolder()
    for (const name of list(0, 'COPY').flatMap((copied) => copied.split(' ').slice(0, -1)))
      cpSync(path.join(inject('project'), name), path.join(builder, name), { recursive: true })
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
    cpSync(path.join(inject('stageBuilds'), 'dist-edge'), path.join(folder, 'dist-edge'), { recursive: true })
    const brokers = await startBrokers()
    onTestFinished(() => brokers.stop())
    const nats = brokers.servers.join()
    const stage = await startStage(removeLater(copyBuiltProject()), ['--nats', nats]).opened
    const [node, program, ...options]: string[] = JSON.parse(list(1, 'CMD').join())
    expect([node, program]).toEqual(['node', 'edge.mjs'])
    // Any free ports instead of the container's own.
    const args = options.map((word) => (/^\d+$/.test(word) ? '0' : word))
    const edge = startEdge(folder, args, { NATS_URL: nats })
    const { origin } = await edge.opened
    expect((await fetch(origin)).status).toBe(200)
    expect((await fetch(`${origin}/edge.mjs`)).status).toBe(404)
    expect((await write(stage, 0, 1)).status).toBe(200)
    await eventually(() => readPosition(origin)).toMatchObject({ slide: 'sodai', step: 1 })
    edge.kill('SIGTERM')
    expect(await edge.ended).toBe(0)
  })
})
