import { readMessage } from '../cli/command.ts'

/** One Ctrl+C may arrive twice, from the terminal and npm. Signals within this time (ms) count as one. */
const ONE_PRESS = 300

/** How often to look whether npm is still there, in milliseconds. */
const LOOK = 500

/**
 * The first signal closes the server and then exits; a second one exits at once. npm passes a signal on to its
 * shell alone, and many shells do not pass it on: started by npm, the end of the shell is a signal too.
 */
export function endOnSignal(close: () => Promise<void>): void {
  let pressed: number | undefined
  const end = () => {
    if (pressed === undefined) {
      pressed = performance.now()
      close().then(() => process.exit(0), fail)
    } else if (performance.now() - pressed > ONE_PRESS) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (process.env['npm_lifecycle_event'] === undefined) return
  const shell = process.ppid
  const look = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(look)
    end()
  }, LOOK).unref()
}

/** Prints an error that a server cannot recover from, and exits. */
export function fail(error: unknown): never {
  console.error(readMessage(error))
  process.exit(1)
}
