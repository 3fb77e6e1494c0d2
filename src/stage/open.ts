import type { TalkSource } from '../deck/deck.ts'
import { hashSecret, makeSecret } from '../live/server/secret.ts'
import { type Addresses, findAddresses } from './addresses.ts'
import type { OpenBacking } from './backing.ts'
import { loadFiles } from './files.ts'
import { fillOrigin, isConsole } from './fill-origin.ts'
import { findLostKeys, forgetRun, keepRun } from './last-run.ts'
import type { StageOptions } from './options.ts'
import { STAGE_FOLDER } from './paths.ts'
import { prepareBuild } from './prepare-build.ts'
import { serve } from './serve.ts'

export interface Stage {
  readonly addresses: Addresses
  /** For the speaker alone; the stage itself stores only its hash. */
  readonly secret: string
  /** Tells the followers that the talk has ended, finishes open answers, and closes the server. */
  close(): Promise<void>
}

export interface OpenStageOptions extends StageOptions {
  /** Without it, the last build is served as it is. */
  readonly talk?: TalkSource
  /** Without it, positions are kept in this process's memory. */
  readonly openBacking?: OpenBacking
  /** Whether other machines serve the followers, at the public URL. */
  readonly followersElsewhere?: boolean
}

/** Builds if something has changed, then serves. Throws one line that says what to do when it cannot. */
export async function openStage(options: OpenStageOptions, report: (line: string) => void): Promise<Stage> {
  const { talk, room, openBacking } = options
  // Read first: a new build replaces the folder that holds them.
  const lost = options.secret === undefined ? findLostKeys(STAGE_FOLDER, { room, now: Date.now() }) : []
  const { outline } = await prepareBuild({
    talk,
    folder: STAGE_FOLDER,
    room,
    onBuild: () => report('Building the stage …'),
    async build(wanted) {
      const { buildStage } = await import('./build.ts')
      return buildStage({ ...wanted, speaker: true })
    },
  })
  const files = await loadFiles(STAGE_FOLDER)
  const secret = options.secret ?? makeSecret()
  const keys = [{ hash: hashSecret(secret), since: Date.now() }, ...lost]
  const addressesAt = (port: number) => findAddresses({ ...options, port })
  const served = await serve({
    outline,
    endpoint: options,
    room,
    secretHashes: keys.map(({ hash }) => hash),
    openBacking,
    listFiles(port) {
      for (const [address, file] of files) {
        if (isConsole(file)) files.set(address, fillOrigin(file, addressesAt(port).phone))
      }
      return files
    },
  })
  if (lost.length > 0)
    report('The last talk was broken off: consoles that are still open go on with their key.')
  keepRun(STAGE_FOLDER, { room, keys })
  return {
    addresses: addressesAt(served.port),
    secret,
    async close() {
      forgetRun(STAGE_FOLDER)
      await served.close()
    },
  }
}
