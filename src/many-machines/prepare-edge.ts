import path from 'node:path'
import type { TalkSource } from '../deck/deck.ts'
import { ROOT } from '../root.ts'
import { prepareBuild } from '../stage/prepare-build.ts'
import { SITE } from './open-edge.ts'

export const EDGE_FOLDER = path.join(ROOT, 'dist-edge')

/** Builds an edge into `dist-edge/` if something has changed; loads Vite only then. */
export async function prepareEdge(talk: TalkSource, room: string): Promise<void> {
  await prepareBuild({
    talk,
    room,
    folder: path.join(EDGE_FOLDER, SITE),
    onBuild: () => console.error('Building the edge …'),
    async build(wanted) {
      const { buildEdge } = await import('./build-edge.ts')
      return buildEdge({ ...wanted, folder: EDGE_FOLDER })
    },
  })
}
