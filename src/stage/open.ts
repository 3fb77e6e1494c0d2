import path from 'node:path'
import { CONSOLE_PAGE } from '../console/page/addresses.ts'
import type { TalkSource } from '../deck/deck.ts'
import { Keyring } from '../live/server/keyring.ts'
import { ROOT } from '../root.ts'
import { findAddresses, listNetworkAddresses } from './addresses.ts'
import type { OpenBacking } from './backing.ts'
import { loadFiles } from './files.ts'
import { fillOrigin, isConsole } from './fill-origin.ts'
import { BUILT_FOR, explainFileLimit } from './open-files.ts'
import type { StageOptions } from './options.ts'
import { prepareBuild } from './prepare-build.ts'
import { openRunFile, type RunFile } from './run-file.ts'
import { serve } from './serve.ts'

/** Holds what the stage serves: deck, hall screen and speaker's console. Never publish it. */
const STAGE_FOLDER = path.join(ROOT, 'dist-stage')
/** Holds a file for each running stage (`openRunFile`); no build empties it. */
const RUN_FOLDER = path.join(ROOT, '.cache', 'runs')

export interface OpenStageOptions extends StageOptions {
  /** Without it, the last build is served as it is. */
  readonly talk?: TalkSource
  /** Without it, positions are kept in this process's memory. */
  readonly openBacking?: OpenBacking
  /** Whether other machines serve the followers, at the public URL. */
  readonly followersElsewhere?: boolean
  /** Called when the console has been opened, with the address that opens it again. */
  readonly onOpened: (console: string) => void
}

/** Builds if something has changed, then serves. Throws one line that says what to do when it cannot. */
export async function openStage(options: OpenStageOptions, report: (line: string) => void) {
  const { room, openBacking } = options
  const { outline, talk } = await prepareBuild({
    talk: options.talk,
    folder: STAGE_FOLDER,
    room,
    onBuild: () => report('Building the stage …'),
    async build(wanted) {
      const { buildStage } = await import('./build.ts')
      return buildStage({ ...wanted, speaker: true })
    },
  })
  const files = await loadFiles(STAGE_FOLDER)
  let run: RunFile | undefined
  const keyring = new Keyring({
    ...(options.secret !== undefined && { secret: options.secret }),
    onChange: () => run?.keep(keyring.hashes()),
  })
  let network = await listNetworkAddresses()
  let { port } = options
  const findNow = () => findAddresses({ ...options, port, network })
  const served = await serve({
    outline,
    endpoint: options,
    room,
    keyring,
    openBacking,
    async addresses() {
      // The machine may have joined another network since.
      network = await listNetworkAddresses()
      return findNow().phones
    },
    listFiles(opened) {
      port = opened
      run = openRunFile({ folder: RUN_FOLDER, room, port, talk, now: Date.now, report })
      if (run.lost !== undefined) {
        report('The last talk was broken off: consoles that are still open go on with their key.')
        keyring.restore(run.lost)
      }
      run.keep(keyring.hashes())
      for (const [address, file] of files) {
        if (isConsole(file)) files.set(address, fillOrigin(file, findNow().phones[0]))
      }
      return files
    },
  })
  const few = explainFileLimit(served.places, BUILT_FOR)
  if (few !== undefined) report(few)
  const addresses = findNow()
  const addressConsole = (): string => {
    const code = keyring.issueCode({ onUse: () => options.onOpened(addressConsole()) })
    return `${addresses.local}${CONSOLE_PAGE}#${code}`
  }
  return {
    addresses,
    /** The console's address for this machine, with a code for one use. For the speaker alone. */
    console: addressConsole(),
    /** Tells the followers that the talk has ended, finishes open answers, and closes the server. */
    async close() {
      run?.remove()
      await served.close()
    },
  }
}
