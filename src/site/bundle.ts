import { build } from 'vite'
import config from '../../vite.config.ts'
import type { MemoryFile } from '../disk/memory-file.ts'
import { ROOT } from '../root.ts'

export interface BundleOptions {
  /** The module that a page loads, from the project's root. */
  readonly input: string
  /** Whether the page follows a live room. */
  readonly live?: boolean
  /** Whether to bundle everything into one file. */
  readonly single?: boolean
}

export interface Bundle {
  /** The script that a page loads, from the site's root. */
  readonly entry: string
  readonly files: readonly MemoryFile[]
}

/** Bundles a script for browsers. Throws with file, line and column on a fault. */
export async function bundleScript({ input, live = false, single = false }: BundleOptions): Promise<Bundle> {
  // The name of the source folder: `player`, `console`, `worker`.
  const [, name = ''] = input.split('/')
  const built = await build({
    ...config,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    define: { __LIVE__: String(live) },
    build: {
      ...config.build,
      write: false,
      rolldownOptions: { input: { [name]: input }, output: { codeSplitting: !single } },
    },
  })
  if (!('output' in built)) throw new Error(`the build of ${input} gave no single output`)
  const { output } = built
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry)
  if (entry === undefined) throw new Error(`${input} made no entry of the build`)
  if (single && output.length > 1) throw new Error(`${input} did not come out as one script`)
  const files = output.map((file) => ({
    name: file.fileName,
    bytes: Buffer.from(file.type === 'chunk' ? file.code : file.source),
  }))
  return { entry: entry.fileName, files }
}

/** A script bundled into one file, as text. */
export async function bundleText(input: string): Promise<string> {
  const { files } = await bundleScript({ input, single: true })
  return new TextDecoder().decode(files[0]?.bytes)
}
