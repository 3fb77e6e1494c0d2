import type { Browser, LaunchOptions } from 'puppeteer-core'
import { getBrowser, type Report } from './get-browser.ts'

/** Options for a headless start. Puppeteer's own defaults already turn off sync and background requests. */
export function launchOptions(executablePath: string, uid = process.getuid?.()) {
  return {
    executablePath,
    headless: true,
    // A pipe needs no free port and no protection, and the browser ends with this process.
    pipe: true,
    args: [
      // Chromium calls Google's servers when idle, and a deck must not depend on the network either.
      // The last is this machine by an address that no browser trusts, which tests need.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1, EXCLUDE ::ffff:7f00:1',
      '--disable-gpu', // draws the same on every machine
      '--font-render-hinting=none', // a headless shell would round widths to whole pixels
      // Chromium does not start sandboxed as root; every other user keeps the sandbox.
      ...(uid === 0 ? ['--no-sandbox'] : []),
    ],
  } satisfies LaunchOptions
}

/**
 * Starts the browser, which the caller closes, and installs one first if there is none. Call early, await
 * late. `args` are flags besides the usual ones. Throws when there is no browser, or when it does not start.
 */
export async function launchBrowser(
  report: Report = console.error,
  { args = [], ...options }: LaunchOptions = {},
): Promise<Browser> {
  const executable = options.executablePath ?? (await getBrowser(report))
  try {
    const { default: puppeteer } = await import('puppeteer-core')
    const usual = launchOptions(executable)
    return await puppeteer.launch({ ...usual, ...options, args: [...usual.args, ...args] })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error
    throw new Error(
      `${executable} did not start as a browser: ${reason}. Set PUPPETEER_EXECUTABLE_PATH to one that does, or mend it`,
      { cause: error },
    )
  }
}
