import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { getBrowser, getHeadlessShell } from '../src/browser/get-browser.ts'
import { writeFolder } from '../src/disk/write-folder.ts'
import { buildEdge } from '../src/many-machines/build-edge.ts'
import { buildSite } from '../src/site/build.ts'
import { buildStage } from '../src/stage/build.ts'
import { takeFingerprint } from '../src/stage/prepare-build.ts'
import { makeProject } from './copy-project.ts'
import { findInstallCommand } from './programs.ts'
import { SAMPLE } from './sample-talk.ts'
import { serveFolder } from './serve-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built site, with a closing slash. */
    siteUrl: string
    /** The folder of the built site, with a closing slash. */
    siteFolder: string
    /** A folder with the builds that `npm start` and `npm run edge` make. */
    stageBuilds: string
    /** A copy of the project with the sample talk, for tests to run commands in. No test edits it. */
    project: string
  }
}

/**
 * Runs once for all test projects that need it: installs a missing browser, builds the site as visitors get
 * it, serves it, and builds the stage and its edges.
 */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const shared = vitest.getRootProject()
  if ('siteUrl' in shared.getProvidedContext()) return undefined
  const missing = findInstallCommand()
  // A developer may skip tests, but a CI run, which decides about a change, must run them all.
  if (missing !== undefined && process.env['CI'] !== undefined) throw new Error(`Some tests need: ${missing}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-site-'))
  const stageBuilds = await mkdtemp(path.join(tmpdir(), 'deck-stage-builds-'))
  const project = makeProject()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const siteUrl = `http://localhost:${port}/deck/`
  await Promise.all([getBrowsers(), buildAll({ folder, siteUrl, stageBuilds, project })])
  server.on('request', serveFolder(folder))
  shared.provide('siteUrl', siteUrl)
  shared.provide('siteFolder', `${folder}/`)
  shared.provide('stageBuilds', stageBuilds)
  shared.provide('project', project)
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await Promise.all([folder, stageBuilds, project].map((made) => rm(made, { recursive: true })))
  }
}

/** One after the other, as both may need the same package manager. */
async function getBrowsers(): Promise<void> {
  await getBrowser(console.error)
  await getHeadlessShell(console.error)
}

interface Builds {
  /** Where to write the site, and the address that will serve it. */
  readonly folder: string
  readonly siteUrl: string
  readonly stageBuilds: string
  readonly project: string
}

async function buildAll({ folder, siteUrl, stageBuilds, project }: Builds): Promise<void> {
  const before = process.env['NODE_ENV']
  // Vitest's own value would make development builds.
  process.env['NODE_ENV'] = 'production'
  try {
    await writeFolder(folder, await buildSite({ talks: [SAMPLE], siteUrl }))
    const room = 'main'
    const fingerprint = takeFingerprint(project, { room, talk: 'slides/sample' })
    const options = { talk: SAMPLE, room, fingerprint }
    await buildStage({ ...options, folder: path.join(stageBuilds, 'dist-stage'), speaker: true })
    await buildEdge({ ...options, folder: path.join(stageBuilds, 'dist-edge') })
  } finally {
    process.env['NODE_ENV'] = before
  }
}
