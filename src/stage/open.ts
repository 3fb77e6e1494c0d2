import { createServer } from 'node:http'
import { hashSecret, makeSecret } from '../live/secret.ts'
import { createLive, SERVER_OPTIONS } from '../live/server.ts'
import { type Addresses, findAddresses } from './addresses.ts'
import { fillOrigin, isConsole } from './console-page.ts'
import { loadFiles } from './files.ts'
import { takeFingerprint } from './fingerprint.ts'
import { listen } from './listen.ts'
import { type Manifest, readManifest } from './manifest.ts'
import type { StageOptions } from './options.ts'
import { ROOT, STAGE_FOLDER } from './paths.ts'
import { createResponder, setCommonHeaders } from './respond.ts'

/** Time that answers under way have when the stage ends, in milliseconds. */
const TO_END = 1000

export interface Stage {
  readonly addresses: Addresses
  /** For the speaker alone; the stage itself keeps only its digest. */
  readonly secret: string
  /** Tells the followers, lets answers under way go out, and ends. */
  close(): Promise<void>
}

/** Builds if something has changed, and serves. Throws one line that says what to do when it cannot. */
export async function openStage(options: StageOptions, report: (line: string) => void): Promise<Stage> {
  const { outline } = await prepareBuild(options, report)
  const files = await loadFiles(STAGE_FOLDER)
  const secret = options.secret ?? makeSecret()
  const live = createLive({ outline, rooms: new Map([[options.room, hashSecret(secret)]]) })
  const server = createServer(SERVER_OPTIONS)
  const port = await listen(server, options)
  const addresses = findAddresses({ ...options, port })
  for (const [address, file] of files) {
    if (isConsole(file)) files.set(address, fillOrigin(file, addresses.others[0]))
  }
  const respond = createResponder(files)
  server.on('request', (request, response) => {
    setCommonHeaders(response)
    if (!live.handle(request, response)) respond(request, response)
  })
  return {
    addresses,
    secret,
    async close() {
      await live.close()
      const closed = new Promise((resolve) => server.close(resolve))
      const late = setTimeout(() => server.closeAllConnections(), TO_END)
      await closed
      clearTimeout(late)
    },
  }
}

/** Makes sure of a build for these options. Vite is loaded only when there is something to build. */
async function prepareBuild(options: StageOptions, report: (line: string) => void): Promise<Manifest> {
  const { room } = options
  const built = readManifest(STAGE_FOLDER)
  if (!options.build) return checkBuilt(built, room)
  const fingerprint = takeFingerprint(ROOT, { room })
  if (built?.fingerprint === fingerprint) return built
  report('Building the stage …')
  const { buildStage } = await import('./build.ts')
  return buildStage({ folder: STAGE_FOLDER, room, fingerprint })
}

function checkBuilt(built: Manifest | undefined, room: string): Manifest {
  if (built === undefined) throw new Error('there is no build to serve; start without --no-build')
  if (built.room === room) return built
  throw new Error(
    `the build is for the room "${built.room}", not "${room}"; start without --no-build, or with --room ${built.room}`,
  )
}
