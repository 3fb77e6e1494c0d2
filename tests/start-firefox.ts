import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'

const NAMES = ['firefox-esr', 'firefox']

export const FIREFOX = findFirefox()
/** For the titles of tests that need it. */
export const WITHOUT_FIREFOX =
  FIREFOX === undefined
    ? ' (there is no Firefox; apt-get install firefox-esr, or set FIREFOX_EXECUTABLE_PATH)'
    : ''

function findFirefox(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env['FIREFOX_EXECUTABLE_PATH'] ?? '', ...found].find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false // not here
    }
  })
}

/** Starts the other engine, over WebDriver BiDi. `preferences` are those of `about:config`. */
export function startFirefox(preferences: Readonly<Record<string, unknown>> = {}): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    headless: true,
    extraPrefsFirefox: preferences,
    ...(FIREFOX !== undefined && { executablePath: FIREFOX }),
  })
}
