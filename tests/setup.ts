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
import { tellMissing } from './programs.ts'
import { SAMPLE } from './sample-talk.ts'
import { serveFolder } from './serve-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, with a closing slash. */
    siteUrl: string
    /** The folder the site was built into, with a closing slash. */
    siteFolder: string
    /** A folder with what `npm start` and `npm run edge` build. */
    stageBuilds: string
    /** A copy of the project with the sample talk, in which commands are run; nobody edits it. */
    project: string
  }
}

/**
 * Once for all projects that need it: makes sure of a browser, builds the site as visitors get it and serves it, and
 * builds the stage and its edges.
 */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const shared = vitest.getRootProject()
  if ('siteUrl' in shared.getProvidedContext()) return undefined
  const missing = tellMissing()
  // By hand one may do without; a run that decides about a change leaves no test out.
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

/** One after the other, as one package manager may install both. */
async function getBrowsers(): Promise<void> {
  await getBrowser(console.error)
  await getHeadlessShell(console.error)
}

interface Builds {
  /** Where the site goes, and where it is to be served. */
  readonly folder: string
  readonly siteUrl: string
  readonly stageBuilds: string
  readonly project: string
}

async function buildAll({ folder, siteUrl, stageBuilds, project }: Builds): Promise<void> {
  const before = process.env['NODE_ENV']
  // Vitest's own value would make builds for development.
  process.env['NODE_ENV'] = 'production'
  process.env['SITE_URL'] = siteUrl
  try {
    await writeFolder(folder, await buildSite({ talk: SAMPLE }))
    const room = 'main'
    const fingerprint = takeFingerprint(project, { room, talk: 'slides/sample' })
    const options = { talk: SAMPLE, room, fingerprint }
    await buildStage({ ...options, folder: path.join(stageBuilds, 'dist-stage'), speaker: true })
    await buildEdge({ ...options, folder: path.join(stageBuilds, 'dist-edge') })
  } finally {
    process.env['NODE_ENV'] = before
    delete process.env['SITE_URL']
  }
}
