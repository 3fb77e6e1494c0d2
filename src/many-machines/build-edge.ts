import path from 'node:path'
import { build } from 'vite'
import { ROOT } from '../root.ts'
import { type BuildOptions, buildStage } from '../stage/build.ts'
import type { Manifest } from '../stage/manifest.ts'
import { SITE } from './open-edge.ts'

/** Builds an edge for any machine with Node. Replaces the whole folder. Throws on a faulty deck. */
export async function buildEdge({ folder, ...options }: Omit<BuildOptions, 'speaker'>): Promise<Manifest> {
  await bundleProgram(folder)
  return buildStage({ ...options, folder: path.join(folder, SITE), speaker: false })
}

/** Bundles the edge's program and its packages into one file. */
async function bundleProgram(folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: 'src/many-machines/edge.ts',
        output: { entryFileNames: 'edge.mjs', codeSplitting: false },
      },
    },
  })
}
