import type { TalkSource } from '../deck/deck.ts'
import { createLive } from '../live/server/server.ts'
import { openBacking } from '../stage/backing.ts'
import { loadFiles } from '../stage/files.ts'
import { createHttpServer, endServer } from '../stage/http-server.ts'
import { listen } from '../stage/listen.ts'
import { type Log, messageOf } from '../stage/log.ts'
import { EDGE_FOLDER } from '../stage/paths.ts'
import { prepareBuild } from '../stage/prepare-build.ts'
import { createResponder, setCommonHeaders } from '../stage/respond.ts'
import type { EdgeOptions } from './edge-options.ts'

/** Without a talk, what was built is served as it is. */
interface Edition {
  readonly talk: TalkSource | undefined
  readonly room: string
}

export interface Edge {
  readonly port: number
  /** Lets the followers go to other edges, lets answers under way go out, and ends. */
  close(): Promise<void>
}

/** Builds the edge's pages if something has changed. Throws one line that says what to do when it cannot. */
export function buildEdge({ talk, room }: Edition, log: Log) {
  return prepareBuild({ talk, folder: EDGE_FOLDER, room, speaker: false }, () => log('build'))
}

/** Serves followers of a talk that is driven elsewhere. Throws one line that says what to do when it cannot. */
export async function openEdge(options: EdgeOptions & Edition, log: Log): Promise<Edge> {
  const { room, followers: total } = options
  const { outline } = await buildEdge(options, log)
  const files = await loadFiles(EDGE_FOLDER)
  const followers = () => live.followers()
  const backing = await openBacking({ ...options, readOnly: true, followers, log })
  const live = createLive({
    outline,
    // No secret: nobody may write.
    rooms: new Map([[room, []]]),
    // All come from the address of the proxy in front, which keeps count of theirs.
    limits: { total, perAddress: total },
    ...backing,
    report: (error) => log('fault', { message: messageOf(error) }),
  })
  const respond = createResponder(files, [])
  const server = createHttpServer(total, (request, response) => {
    setCommonHeaders(response)
    if (!live.handle(request, response)) respond(request, response)
  })
  const port = await listen(server, { ...options, option: 'npm run edge -- --port ' })
  log('edge', { port, room, followers: total, process: process.pid })
  return {
    port,
    async close() {
      log('end', { followers: live.followers() })
      await live.close({ elsewhere: true })
      await endServer(server)
      await backing.close()
    },
  }
}
