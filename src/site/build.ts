import type { Talk } from '../deck/deck.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { bundleScript, bundleText } from './bundle.ts'
import type { Downloads } from './compose.ts'
import { publishSite } from './publish.ts'
import { listPrecached, REMOVAL_WORKER, writePrecached } from './worker.ts'

/**
 * At the site's root, as a worker controls only its own folder and those below. Its name must never change.
 */
const WORKER = 'worker.js'

export interface SiteOptions {
  readonly talk: Talk
  /** Where the site is published, with a closing slash. */
  readonly siteUrl?: string | undefined
  /** The site's root on its host, with a slash at both ends. `siteUrl`, if there, overrides it. */
  readonly base?: string | undefined
  /**
   * Whether the site works offline. If not, the build removes a worker that an earlier build left in
   * browsers.
   */
  readonly offline?: boolean
  /** The files that visitors may download. */
  readonly downloads?: Downloads | undefined
}

/** All files of the public site. */
export async function buildSite(options: SiteOptions): Promise<MemoryFile[]> {
  const { talk, siteUrl, base = '/', offline = true, downloads } = options
  const player = await bundleScript({ input: 'src/player/main.ts' })
  const published = await publishSite({
    talk,
    script: player.entry,
    base: siteUrl === undefined ? base : new URL(siteUrl).pathname,
    ...(offline && { worker: WORKER }),
    ...(siteUrl !== undefined && { siteUrl }),
    ...(downloads !== undefined && { downloads }),
  })
  const files: MemoryFile[] = [...player.files, ...published]
  const worker = offline
    ? writePrecached(await bundleText('src/worker/main.ts'), listPrecached(files))
    : REMOVAL_WORKER
  return [...files, textFile(WORKER, worker)]
}
