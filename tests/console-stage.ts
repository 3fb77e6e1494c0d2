import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { composeConsole } from '../src/console/node/compose-console.ts'
import { textFile } from '../src/disk/memory-file.ts'
import { Keyring } from '../src/live/server/keyring.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { createLive, type Live } from '../src/live/server/server.ts'
import { outlineDeck } from '../src/page/outline.ts'
import { bundleScript } from '../src/site/bundle.ts'
import { describeFile, type StageFile } from '../src/stage/files.ts'
import { createResponder } from '../src/stage/respond.ts'
import { SAMPLE } from './sample-talk.ts'

export const ROOM = 'pradzia'
/** Where phones may reach the stage. */
export const ADDRESSES = ['http://192.168.1.20:4173/', 'http://10.0.0.7:4173/'] as const

/** A small stage for tests of the console: its two pages, its script, and the live channel. */
export interface ConsoleStage {
  /** With a closing slash. */
  readonly url: string
  readonly secret: string
  /** Every address that was requested. */
  readonly asked: readonly string[]
  /** Ends as a killed process does: at once, without a message to anyone. */
  kill(): Promise<void>
  /** Starts again on the same port, without any memory of the talk. */
  start(): Promise<void>
  /** The keys that it takes now. */
  keyring(): Keyring
  /** Has another secret from the next start on, unless one is given, and knows none of its codes any more. */
  forgetKeys(secret?: string): void
  /** Reads the room's position. */
  read(): Promise<unknown>
  /** Writes a position as another driver would; returns the answer's status. */
  write(write: object): Promise<number>
}

/** Builds the console as the stage does and serves it. */
export async function startConsoleStage(): Promise<ConsoleStage> {
  const files = await buildConsole()
  let secret = makeSecret()
  let keyring = new Keyring({ secret })
  const asked: string[] = []
  const sockets = new Set<{ destroy(): unknown }>()
  let server: Server | undefined
  let live: Live | undefined
  let port = 0
  const start = async () => {
    const room = createLive({
      outline: outlineDeck(SAMPLE.deck),
      room: ROOM,
      keyring,
      addresses: async () => ADDRESSES,
    })
    const listening = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (room.handle(request, response)) return
      createResponder(files, keyring)(request, response)
    })
    listening.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve))
    port = (listening.address() as AddressInfo).port
    server = listening
    live = room
  }
  await start()
  const url = `http://localhost:${port}/`
  const address = `${url}live/${ROOM}`
  return {
    url,
    get secret() {
      return secret
    },
    asked,
    start,
    keyring: () => keyring,
    forgetKeys(next = makeSecret()) {
      secret = next
      keyring = new Keyring({ secret })
    },
    async kill() {
      const ended = new Promise((resolve) => server?.close(resolve))
      // Destroy the sockets before the channel can announce its end.
      for (const socket of sockets) socket.destroy()
      await Promise.all([ended, live?.close()])
    },
    async read() {
      const response = await fetch(address, { headers: { Accept: 'application/json' } })
      return response.json()
    },
    async write(write) {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` }
      const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(write) })
      return response.status
    },
  }
}

async function buildConsole(): Promise<Map<string, StageFile>> {
  const { entry, files } = await bundleScript({ input: 'src/console/browser/main.ts', live: true })
  const console = await composeConsole({ talk: SAMPLE, room: ROOM, script: entry })
  // As the stage does when it knows no address for other devices.
  const pages = console.pages.map(({ name, html }) =>
    textFile(name, html.replace(/ data-origin="[^"]*"/, '')),
  )
  return new Map(
    [...files, ...console.fonts, ...console.notes, ...pages].map(({ name, bytes }) => [
      `/${name.replace(/\.html$/, '')}`,
      describeFile({ name, body: Buffer.from(bytes), packed: {} }),
    ]),
  )
}
