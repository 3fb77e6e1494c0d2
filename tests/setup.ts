import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { ensureBrowser } from '../src/export/browser.ts'
import { tellMissing } from './programs.ts'
import { serveFolder } from './serve-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, with a closing slash. */
    siteUrl: string
    /** The folder the site was built into, with a closing slash. */
    siteFolder: string
  }
}

/** Once for all projects that need it: makes sure of a browser, builds the site as visitors get it and serves it. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const shared = vitest.getRootProject()
  if ('siteUrl' in shared.getProvidedContext()) return undefined
  const missing = tellMissing()
  // By hand one may do without; a run that decides about a change leaves no test out.
  if (missing !== undefined && process.env['CI'] !== undefined) throw new Error(`Some tests need: ${missing}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-site-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const siteUrl = `http://localhost:${port}/deck/`
  await Promise.all([ensureBrowser(console.error), buildInto(folder, siteUrl)])
  server.on('request', serveFolder(folder))
  shared.provide('siteUrl', siteUrl)
  shared.provide('siteFolder', `${folder}/`)
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true })
  }
}

async function buildInto(outDir: string, siteUrl: string): Promise<void> {
  const before = process.env['NODE_ENV']
  // Vitest's own value would make a build for development.
  process.env['NODE_ENV'] = 'production'
  process.env['SITE_URL'] = siteUrl
  try {
    await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  } finally {
    process.env['NODE_ENV'] = before
    delete process.env['SITE_URL']
  }
}
