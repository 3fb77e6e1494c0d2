import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { isExecutable, type Machine, pathsOf } from './programs.ts'

const NAME = 'chrome-headless-shell'

/**
 * Chrome without anything for a window, which starts in a third of the time: Chrome's or Chromium's on PATH, else the
 * newest that `npx puppeteer browsers install chrome-headless-shell` has put into Puppeteer's cache. It prints and
 * takes pictures; a talk is not held in it. Undefined where there is none.
 */
export function findHeadlessShell(machine: Machine): string | undefined {
  const onPath = [NAME, 'chromium-headless-shell'].flatMap((name) => pathsOf(name, machine))
  return [...onPath, ...cachedShells(machine)].find(isExecutable)
}

/** `<cache>/chrome-headless-shell/linux-150.0.7871.24/chrome-headless-shell-linux64/chrome-headless-shell`. */
function cachedShells({ env, platform }: Machine): string[] {
  const cache = path.join(env['PUPPETEER_CACHE_DIR'] || path.join(homedir(), '.cache', 'puppeteer'), NAME)
  const file = platform === 'win32' ? `${NAME}.exe` : NAME
  const builds = listFolder(cache).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return builds.flatMap((build) =>
    listFolder(path.join(cache, build)).map((folder) => path.join(cache, build, folder, file)),
  )
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // absent, or closed to this user: either way nothing to run
  }
}
