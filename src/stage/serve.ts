import { LIMITS } from '../live/server/admission.ts'
import type { Keyring } from '../live/server/keyring.ts'
import { createLive, type LiveOptions } from '../live/server/server.ts'
import type { OpenBacking } from './backing.ts'
import type { StageFile } from './files.ts'
import { createHttpServer, endServer } from './http-server.ts'
import { type Endpoint, listen } from './listen.ts'
import { divideFiles, readFileLimit } from './open-files.ts'
import { createResponder, setCommonHeaders } from './respond.ts'

export interface ServeOptions extends Pick<LiveOptions, 'outline' | 'addresses'> {
  readonly endpoint: Endpoint
  readonly room: string
  /** Whoever has one of its keys can drive the talk and read the notes; without it nobody can. */
  readonly keyring?: Keyring
  /** The files by their URL paths; called once the port is known, before any request is answered. */
  readonly listFiles: (port: number) => ReadonlyMap<string, StageFile>
  readonly limits?: LiveOptions['limits']
  /** Without it, positions are kept in this process's memory. */
  readonly openBacking?: OpenBacking | undefined
}

/** Serves files and the live channel of one room. Throws one line that says what to do when it cannot. */
export async function serve(options: ServeOptions) {
  const { outline, room, keyring, addresses, limits = {}, endpoint } = options
  const followers = () => live.followers()
  const backing = await options.openBacking?.(followers)
  const places = divideFiles(limits.total ?? LIMITS.total, readFileLimit())
  const { server, connections } = createHttpServer(places)
  const live = createLive({
    outline,
    room,
    keyring,
    limits: { ...limits, total: places.followers },
    onStream: (socket) => connections.release(socket),
    ...(addresses !== undefined && { addresses }),
    ...backing,
  })
  const port = await listen(server, endpoint)
  const respond = createResponder(options.listFiles(port), keyring)
  server.on('request', (request, response) => {
    // The rest of many requests that came at once, on a connection that was ended for it.
    if (request.socket.destroyed) return
    setCommonHeaders(response)
    if (keyring?.admits(request.headers.authorization)) connections.keep(request.socket)
    if (!live.handle(request, response)) respond(request, response)
  })
  return {
    port,
    /** How many can follow, as far as the system lets them. */
    places,
    followers,
    /** Ends the followers' streams (see `Live.close`), finishes open answers, and closes the server. */
    async close(how?: Parameters<typeof live.close>[0]) {
      await live.close(how)
      await endServer(server)
      await backing?.close()
    },
  }
}
