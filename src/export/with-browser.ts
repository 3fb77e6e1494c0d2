import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'puppeteer'
import { launchBrowser } from './browser.ts'

/**
 * Starts the browser, gives it to `use` while it is still starting (it takes as long as composing the deck does) and
 * closes it whatever happens; an interrupted process leaves neither browser nor profile behind. For scripts: it
 * listens to the process' own events. Throws what starting it or `use` throws.
 */
export async function withBrowser<T>(
  report: (line: string) => void,
  use: (starting: Promise<Browser>) => Promise<T>,
): Promise<T> {
  const starting = launchBrowser(report, ownFolder())
  const started = starting.then(
    (browser) => () => end(browser),
    // Whoever awaits the browser gets this failure; there is nothing to end then.
    () => async () => {},
  )
  try {
    return await use(starting)
  } finally {
    const stop = await started
    await stop()
  }
}

/** At once: it has nothing to save, and its folder goes with it. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process()
  if (child === null || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** A folder for all that the browser writes: killed, it would leave its profile and its own temporary files. */
function ownFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'klasterlt-browser-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }))
  // Puppeteer kills the browser and exits at once; this is for the moment before there is one, so that `exit` comes.
  process.once('SIGINT', () => setImmediate(() => process.exit(130)))
  return { userDataDir: path.join(folder, 'profile'), env: { ...process.env, TMPDIR: folder } }
}
