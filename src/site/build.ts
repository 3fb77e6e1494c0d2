import { type Plugin, type Rolldown, runnerImport } from 'vite'
import type { Deck } from '../deck/deck.ts'
import type { Downloads, publishSite, SiteFile } from './publish.ts'
import { readSiteUrl } from './site-url.ts'
import { listKept, RETIRED_WORKER, writeKept } from './worker.ts'

/** The entries' names in `rolldownOptions.input`. */
const PLAYER = 'player'
const WORKER = 'worker'
/** At the site's root, as a worker rules what lies beside and below it; under a name that never changes. */
const WORKER_FILE = 'worker.js'

/** What Vite builds for the public site: the player under a name of its content, and the worker. */
export const SITE_BUILD = {
  input: { [PLAYER]: 'src/player/main.ts', [WORKER]: 'src/worker/main.ts' },
  output: {
    entryFileNames: ({ name }: { readonly name: string }) =>
      name === WORKER ? WORKER_FILE : 'assets/[name]-[hash].js',
  },
  // The pages are nearly all of the work.
  checks: { pluginTimings: false },
} as const

export interface DeckBuildOptions {
  /** The talk's, from the project's root. */
  readonly folder: string
  /** Whether the site works offline. Without it, a worker that an earlier build left with visitors is removed. */
  readonly offline?: boolean
  /** The files that visitors may take along. */
  readonly downloads?: Downloads
}

/**
 * Adds the pages and all they need to what Vite builds of the player. The deck and its renderer are loaded at the
 * build, not with the configuration: in development an edit to a slide must not restart the server.
 */
export function deckBuild({ folder, offline = true, downloads }: DeckBuildOptions): Plugin {
  let base = '/'
  return {
    name: 'deck-build',
    apply: 'build',
    configResolved(config) {
      if (config.base.startsWith('/')) base = config.base
    },
    generateBundle: {
      // The last of all: the worker is told what the scripts are, and Vite itself still writes into them.
      order: 'post',
      async handler(_options, bundle) {
        const [{ module: deck }, { module: publish }] = await Promise.all([
          runnerImport<{ default: Deck }>(`/${folder}/deck.ts`),
          runnerImport<{ publishSite: typeof publishSite }>('/src/site/publish.ts'),
        ])
        const siteUrl = readSiteUrl(process.env)
        const files = await publish.publishSite({
          talk: { folder, deck: deck.default },
          script: findEntry(bundle, PLAYER).fileName,
          base: siteUrl === undefined ? base : new URL(siteUrl).pathname,
          ...(offline && { worker: WORKER_FILE }),
          ...(siteUrl !== undefined && { siteUrl }),
          ...(downloads !== undefined && { downloads }),
        })
        for (const file of files) this.emitFile({ type: 'asset', ...file })
        const worker = findEntry(bundle, WORKER)
        worker.code = offline
          ? writeKept(worker.code, listKept([...files, ...listScripts(bundle)]))
          : RETIRED_WORKER
      },
    },
  }
}

function listScripts(bundle: Rolldown.OutputBundle): SiteFile[] {
  return Object.values(bundle)
    .filter((output) => output.type === 'chunk')
    .map(({ fileName, code }) => ({ fileName, source: code }))
}

function findEntry(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputChunk {
  const entry = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.isEntry && output.name === name,
  )
  if (entry?.type === 'chunk') return entry
  throw new Error(`the build has no entry "${name}"; see SITE_BUILD in src/site/build.ts`)
}
