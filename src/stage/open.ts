import type { TalkSource } from '../deck/deck.ts'
import { LIMITS } from '../live/server/admission.ts'
import { hashSecret, makeSecret } from '../live/server/secret.ts'
import { createLive } from '../live/server/server.ts'
import { type Addresses, findAddresses } from './addresses.ts'
import { openBacking } from './backing.ts'
import { loadFiles } from './files.ts'
import { fillOrigin, isConsole } from './fill-origin.ts'
import { createHttpServer, endServer } from './http-server.ts'
import { findLostKeys, forgetRun, keepRun } from './last-run.ts'
import { listen } from './listen.ts'
import { createLog, messageOf } from './log.ts'
import type { StageOptions } from './options.ts'
import { STAGE_FOLDER } from './paths.ts'
import { prepareBuild } from './prepare-build.ts'
import { createResponder, setCommonHeaders } from './respond.ts'

export interface Stage {
  readonly addresses: Addresses
  /** For the speaker alone; the stage itself keeps only its digest. */
  readonly secret: string
  /** Tells the followers, lets answers under way go out, and ends. */
  close(): Promise<void>
}

/** Builds if something has changed, and serves. Throws one line that says what to do when it cannot. */
export async function openStage(
  /** Without a talk, what was built is served as it is. */
  options: StageOptions & { readonly talk?: TalkSource },
  report: (line: string) => void,
): Promise<Stage> {
  const { room } = options
  // One machine tells in words what happens; of many, events are gathered.
  const log = options.nats && createLog(report)
  const tell = log ? (message: string) => log('start', { message }) : report
  // Before a new build could take them away.
  const lost = options.secret === undefined ? findLostKeys(STAGE_FOLDER, { room, now: Date.now() }) : []
  const { outline } = await prepareBuild({ ...options, folder: STAGE_FOLDER, speaker: true }, tell)
  const files = await loadFiles(STAGE_FOLDER)
  const secret = options.secret ?? makeSecret()
  const keys = [{ hash: hashSecret(secret), since: Date.now() }, ...lost]
  const secretHashes = keys.map(({ hash }) => hash)
  const followers = () => live.followers()
  const backing = await openBacking({ ...options, readOnly: false, followers, ...(log && { log }) })
  const live = createLive({
    outline,
    rooms: new Map([[room, secretHashes]]),
    ...backing,
    ...(log && { report: (error) => log('fault', { message: messageOf(error) }) }),
  })
  const server = createHttpServer(LIMITS.total)
  const port = await listen(server, options)
  const addresses = findAddresses({ ...options, port, edges: options.nats !== undefined })
  for (const [address, file] of files) {
    if (isConsole(file)) files.set(address, fillOrigin(file, addresses.phone))
  }
  const respond = createResponder(files, secretHashes)
  server.on('request', (request, response) => {
    setCommonHeaders(response)
    if (!live.handle(request, response)) respond(request, response)
  })
  if (lost.length > 0)
    tell('The last talk was broken off: consoles that are still open go on with their key.')
  keepRun(STAGE_FOLDER, { room, keys })
  return {
    addresses,
    secret,
    async close() {
      forgetRun(STAGE_FOLDER)
      await live.close()
      await endServer(server)
      await backing.close()
    },
  }
}
