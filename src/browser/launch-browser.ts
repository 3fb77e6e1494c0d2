import type { Browser, LaunchOptions } from 'puppeteer-core'
import { getBrowser, type Report } from './get-browser.ts'

/** How the browser is started, headless; Puppeteer's own defaults already keep it quiet and without sync. */
export function launchOptions(executablePath: string, uid = process.getuid?.()): LaunchOptions {
  return {
    executablePath,
    headless: true,
    // No port to find or to guard, and the browser ends with this process.
    pipe: true,
    args: [
      // Chromium calls its maker when idle, and a deck must not depend on the network either.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1',
      '--disable-gpu', // draws alike on every machine
      '--font-render-hinting=none', // a headless shell would else set text to whole pixels, and so wider
      // Chromium refuses to run sandboxed as root; for anyone else the sandbox stays.
      ...(uid === 0 ? ['--no-sandbox'] : []),
    ],
  }
}

/**
 * Starts the browser, installing one first if there is none; the caller closes it. Call early, await late.
 * `options` go before the usual ones, a browser's path too. Throws when there is no browser to be had, or when it
 * does not start.
 */
export async function launchBrowser(
  report: Report = console.error,
  options: LaunchOptions = {},
): Promise<Browser> {
  const executable = options.executablePath ?? (await getBrowser(report))
  try {
    const { default: puppeteer } = await import('puppeteer-core')
    return await puppeteer.launch({ ...launchOptions(executable), ...options })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error
    throw new Error(
      `${executable} did not start as a browser: ${reason}. Set PUPPETEER_EXECUTABLE_PATH to one that does, or mend it`,
      { cause: error },
    )
  }
}
