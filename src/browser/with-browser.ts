import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'puppeteer-core'
import type { getBrowser, Report } from './get-browser.ts'
import { launchBrowser } from './launch-browser.ts'

/**
 * Starts the browser that `get` finds, passes its promise to `use` (the start takes as long as composing the deck),
 * with a function that ends it early, and ends it in every case; an interrupted process leaves neither browser nor
 * profile behind. For scripts only, as it listens to the process' events. Throws what the start or `use` throws.
 */
export async function withBrowser<T>(
  { get, report }: { readonly get: typeof getBrowser; readonly report: Report },
  use: (starting: Promise<Browser>, end: () => Promise<void>) => Promise<T>,
): Promise<T> {
  // Load this first, so that the browser starts before everything else is loaded.
  await import('puppeteer-core')
  const options = makeFolder()
  const starting = get(report).then((executablePath) => launchBrowser(report, { ...options, executablePath }))
  // Code that awaits the browser handles its failure; here it only means that there is nothing to end.
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

/** Kills the browser at once: it has nothing to save, and its folder is removed. */
async function kill(browser: Browser | undefined): Promise<void> {
  const child = browser?.process()
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  // Kills the whole process group, as the "browser" may be a script that runs one.
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

/** A folder for all that the browser writes: when killed, it leaves its files behind. */
function makeFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'deck-browser-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }))
  // On an interrupt Puppeteer kills the browser and exits. Before the browser has started, this handler
  // exits, so that `exit` is emitted.
  process.once('SIGINT', () => setImmediate(() => process.exit(130)))
  return { userDataDir: path.join(folder, 'profile'), env: { ...process.env, TMPDIR: folder } }
}
