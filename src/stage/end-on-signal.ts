import { readMessage } from '../cli/command.ts'

/** One press of Ctrl+C may come twice, from the terminal and from npm: within this time, in ms, it is one. */
const ONE_PRESS = 300

/** The first signal ends the process in order, a second one at once. */
export function endOnSignal(close: () => Promise<void>): void {
  let pressed: number | undefined
  const end = () => {
    if (pressed === undefined) {
      pressed = performance.now()
      close().then(() => process.exit(0), fail)
    } else if (performance.now() - pressed > ONE_PRESS) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

/** Says what a server cannot go on with, and ends it. */
export function fail(error: unknown): never {
  console.error(readMessage(error))
  process.exit(1)
}
