import type { TalkSource } from '../deck/deck.ts'
import { digestFiles } from '../disk/digest-files.js'
import { ROOT } from '../root.ts'
import type { BuildOptions } from './build.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** The sources of a build, as paths from the project's root. */
const SOURCES = ['slides', 'src', 'assets', 'package-lock.json', 'vite.config.ts']

export interface PrepareOptions {
  /** The talk to build when something has changed; without it, the last build is served as it is. */
  readonly talk?: TalkSource | undefined
  readonly folder: string
  readonly room: string
  /** Called before the talk is loaded and built. */
  readonly onBuild: () => void
  /** Called only when a build is needed, so that Vite is not loaded otherwise. */
  readonly build: (options: Omit<BuildOptions, 'speaker'>) => Promise<Manifest>
}

/** Makes sure that an up-to-date build exists. Throws one line when there is none and none can be made. */
export async function prepareBuild(options: PrepareOptions): Promise<Manifest> {
  const { talk, folder, room, onBuild, build } = options
  const built = readManifest(folder)
  if (talk === undefined) return checkBuilt(built, room)
  const fingerprint = takeFingerprint(ROOT, { room, talk: talk.folder })
  if (built?.fingerprint === fingerprint) return built
  onBuild()
  return build({ talk: await talk.load(), folder, room, fingerprint })
}

/** Identifies a build by the bytes of its sources and the options that its pages depend on. */
export function takeFingerprint(
  root: string,
  options: { readonly room: string; readonly talk: string },
): string {
  return `${digestFiles(root, SOURCES)} ${JSON.stringify(options)}`
}

function checkBuilt(built: Manifest | undefined, room: string): Manifest {
  if (built === undefined) throw new Error('there is no build to serve; start without --no-build')
  if (built.room === room) return built
  throw new Error(
    `the build is for the room "${built.room}", not "${room}"; start without --no-build, or with --room ${built.room}`,
  )
}
