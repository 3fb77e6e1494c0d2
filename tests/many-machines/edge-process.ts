import type { Position } from '../../src/live/protocol/position.ts'
import { type Opened, startScript } from '../stage-process.ts'

/** Starts the edge in a folder's `dist-edge/`; resolves to where it and its figures are. */
export function startEdge(folder: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const read = (out: string) => {
    const find = (event: string) => new RegExp(`"event":"${event}","port":(\\d+)`).exec(out)?.[1]
    const [port, health] = [find('edge'), `http://127.0.0.1:${find('health')}`]
    return port === undefined ? undefined : { port, origin: `http://127.0.0.1:${port}`, health }
  }
  return startScript({ folder, args: ['dist-edge/edge.mjs', '--port', '0', ...args], env, read })
}

/** Moves the talk as a console does. */
export function write({ origin, secret }: Pick<Opened, 'origin' | 'secret'>, seen: number, step = 0) {
  return fetch(`${origin}/live/main`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ seen, slide: 'sodai', step, blank: false }),
  })
}

export async function readPosition(origin: string): Promise<Position> {
  const response = await fetch(`${origin}/live/main`, { headers: { Accept: 'application/json' } })
  return (await response.json()) as Position
}

/** The positions in what a stream has sent so far. */
export function readStream(text: string): Position[] {
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']): Position => JSON.parse(json))
}
