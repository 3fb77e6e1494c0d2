import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'puppeteer-core'
import { getBrowser } from './get-browser.ts'
import { launchBrowser } from './launch-browser.ts'

export interface WithBrowserOptions {
  readonly report: (line: string) => void
  /** Gives the browser's path; without it, that of a browser for anything. */
  readonly get?: typeof getBrowser
}

/** Gets the browser while it is still starting, and what ends it before the use is over. */
export type Use<T> = (starting: Promise<Browser>, end: () => Promise<void>) => Promise<T>

/**
 * Starts the browser, gives it to `use` while it is still starting (it takes as long as composing the deck does) and
 * ends it whatever happens; an interrupted process leaves neither browser nor profile behind. For scripts: it
 * listens to the process' own events. Throws what starting it or `use` throws.
 */
export async function withBrowser<T>(
  { report, get = getBrowser }: WithBrowserOptions,
  use: Use<T>,
): Promise<T> {
  // First, so that the browser starts before all else is loaded.
  await import('puppeteer-core')
  const options = ownFolder()
  const starting = get(report).then((executablePath) => launchBrowser(report, { ...options, executablePath }))
  // Whoever awaits the browser gets its failure; there is nothing to end then.
  const started = starting.then(
    (browser) => browser,
    () => undefined,
  )
  const end = async () => kill(await started)
  try {
    return await use(starting, end)
  } finally {
    await end()
  }
}

/** At once: it has nothing to save, and its folder goes with it. */
async function kill(browser: Browser | undefined): Promise<void> {
  const child = browser?.process()
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  // With all that it started: what is called a browser may be a script that runs one.
  if (process.platform === 'win32') child.kill('SIGKILL')
  else killGroup(child.pid)
  await gone
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!isGone) throw error
  }
}

/** A folder for all that the browser writes: killed, it would leave its profile and its own temporary files. */
function ownFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'deck-browser-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }))
  // Puppeteer kills the browser and exits at once; this is for the moment before there is one, so that `exit` comes.
  process.once('SIGINT', () => setImmediate(() => process.exit(130)))
  return { userDataDir: path.join(folder, 'profile'), env: { ...process.env, TMPDIR: folder } }
}
