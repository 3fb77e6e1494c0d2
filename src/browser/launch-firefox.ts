import type { Browser } from 'puppeteer-core'
import { findProgram } from './find-browser.ts'
import { type Machine, thisMachine } from './machine.ts'

const SETTING = 'FIREFOX_EXECUTABLE_PATH'

/** What to do where there is no Firefox; undefined where there is one. */
export function tellMissingFirefox(machine = thisMachine()): string | undefined {
  if (findFirefox(machine) !== undefined) return undefined
  return `there is no Firefox; apt-get install firefox-esr, or set ${SETTING} to its path`
}

/**
 * Starts Firefox without a window, over WebDriver BiDi; the caller closes it. `preferences` are more of those of
 * `about:config`. Throws when there is none.
 */
export async function launchFirefox(
  machine = thisMachine(),
  preferences: Readonly<Record<string, string | number | boolean>> = {},
): Promise<Browser> {
  const executablePath = findFirefox(machine)
  if (executablePath === undefined) throw new Error(tellMissingFirefox(machine))
  const { default: puppeteer } = await import('puppeteer-core')
  // As the other engines in tests and in the proof: little motion, and scrollbars that take no room.
  const extraPrefsFirefox = {
    'ui.prefersReducedMotion': 1,
    'ui.useOverlayScrollbars': 1,
    'widget.gtk.overlay-scrollbars.enabled': true,
    ...preferences,
  }
  return puppeteer.launch({ browser: 'firefox', headless: true, executablePath, extraPrefsFirefox })
}

function findFirefox(machine: Machine): string | undefined {
  return (
    machine.env[SETTING] || ['firefox-esr', 'firefox'].map((name) => findProgram(name, machine)).find(Boolean)
  )
}
