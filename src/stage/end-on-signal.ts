import { readMessage } from '../cli/command.ts'

/** One Ctrl+C may arrive twice, from the terminal and npm. Signals within this time (ms) count as one. */
const ONE_PRESS = 300

/** The first signal closes the server and then exits; a second one exits at once. */
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

/** Prints an error that a server cannot recover from, and exits. */
export function fail(error: unknown): never {
  console.error(readMessage(error))
  process.exit(1)
}
