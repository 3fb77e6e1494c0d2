import type { TalkSource } from '../deck/deck.ts'
import { digestFiles } from '../disk/digest-files.js'
import { ROOT } from '../root.ts'
import type { BuildOptions } from './build.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** All that a build is made of, from the project's root. */
const SOURCES = ['slides', 'src', 'assets', 'package-lock.json', 'vite.config.ts']

export interface PrepareOptions {
  /** What is built when something has changed; without it, what was built is served as it is. */
  readonly talk?: TalkSource | undefined
  readonly folder: string
  readonly room: string
  /** Is told before the talk is loaded to be built. */
  readonly onBuild: () => void
  /** Is called when there is something to build; loads Vite only then. */
  readonly build: (options: Omit<BuildOptions, 'speaker'>) => Promise<Manifest>
}

/** Makes sure of a build for these options. Throws one line when there is none and none can be made. */
export async function prepareBuild(options: PrepareOptions): Promise<Manifest> {
  const { talk, folder, room, onBuild, build } = options
  const built = readManifest(folder)
  if (talk === undefined) return checkBuilt(built, room)
  const fingerprint = takeFingerprint(ROOT, { room, talk: talk.folder })
  if (built?.fingerprint === fingerprint) return built
  onBuild()
  return build({ talk: await talk.load(), folder, room, fingerprint })
}

/** Tells builds apart: by the bytes of their sources, and by the options that go into the pages. */
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
