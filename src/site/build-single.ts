import { build, type Rolldown } from 'vite'
import config from '../../vite.config.ts'
import type { Talk } from '../deck/deck.ts'
import { ROOT } from '../root.ts'
import { composeSingle } from './compose-single.ts'
import type { SiteFile } from './publish.ts'
import { readSiteUrl } from './site-url.ts'

/** Builds each language as one HTML file. Throws on a faulty deck or `SITE_URL`. */
export async function buildSingle(talk: Talk): Promise<SiteFile[]> {
  const siteUrl = readSiteUrl(process.env)
  const script = await bundlePlayer()
  return composeSingle({ talk, script, ...(siteUrl !== undefined && { siteUrl }) })
}

/** The player as one module: nothing is left to be loaded when it is wanted. */
async function bundlePlayer(): Promise<string> {
  const built = await build({
    ...config,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [],
    build: {
      ...config.build,
      write: false,
      rolldownOptions: { input: 'src/player/main.ts', output: { codeSplitting: false } },
    },
  })
  const output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] =
    'output' in built ? built.output : []
  const [chunk, ...more] = output
  if (chunk?.type === 'chunk' && more.length === 0) return chunk.code
  throw new Error('the player did not come out as one script')
}
