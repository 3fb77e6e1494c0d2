import path from 'node:path'
import { loadFiles } from '../stage/files.ts'
import { readManifest } from '../stage/manifest.ts'
import { BUILT_FOR, explainFileLimit } from '../stage/open-files.ts'
import { serve } from '../stage/serve.ts'
import { backWithNats } from './back-with-nats.ts'
import type { EdgeOptions } from './edge-options.ts'
import { createLog } from './log.ts'

/** The folder of the pages, next to the edge's program. */
export const SITE = 'site'

/**
 * Serves followers of a talk that another machine drives, with the pages in an edition's folder. Throws one
 * line that says what to do when it cannot.
 */
export async function openEdge(options: EdgeOptions, folder: string): Promise<{ close(): Promise<void> }> {
  const { nats, health, followers: total } = options
  const site = path.join(folder, SITE)
  const manifest = readManifest(site)
  if (manifest === undefined) throw new Error(`${site} holds no pages; copy the whole of dist-edge/`)
  const files = await loadFiles(site)
  const { outline, room } = manifest
  const log = createLog(console.log)
  const served = await serve({
    outline,
    room,
    endpoint: { ...options, option: '--port ' },
    listFiles: () => files,
    // All connections have the proxy's address; the proxy itself limits them by client address.
    limits: { total, perAddress: total },
    openBacking: backWithNats({ nats, readOnly: true, log, ...(health && { health }) }),
  })
  const few = explainFileLimit(served.places, Math.min(total, BUILT_FOR))
  if (few !== undefined) log('few-files', { message: few })
  log('edge', { port: served.port, room, followers: total, process: process.pid })
  return {
    async close() {
      log('end', { followers: served.followers() })
      await served.close({ elsewhere: true })
    },
  }
}
