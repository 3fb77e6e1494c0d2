import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, LaunchOptions } from 'puppeteer'
import { type Host, installBrowser, type Report, runCommand } from './install-browser.ts'

interface Machine {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
}

const SETTING = 'PUPPETEER_EXECUTABLE_PATH'

// Best first; names on PATH, then where installers put them.
const BROWSERS = [
  {
    names: ['google-chrome-stable', 'google-chrome', 'chrome'],
    linux: ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    names: ['chromium', 'chromium-browser'],
    linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
  {
    names: ['microsoft-edge-stable', 'microsoft-edge', 'msedge'],
    linux: ['/usr/bin/microsoft-edge-stable', '/usr/bin/microsoft-edge', '/opt/microsoft/msedge/msedge'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
]

/** Where a Chrome, Chromium or Edge may be installed, best first; none of it is looked at yet. */
export function candidatePaths({ platform, env }: Machine): string[] {
  return BROWSERS.flatMap(({ names, linux, mac, windows }) => {
    const onPath = names.flatMap((name) => pathsOf(name, { platform, env }))
    if (platform === 'darwin') {
      return [...onPath, `/Applications/${mac}`, `${env['HOME'] ?? ''}/Applications/${mac}`]
    }
    if (platform !== 'win32') return [...onPath, ...linux]
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return [...onPath, ...roots.flatMap((root) => (root ? [path.win32.join(root, windows)] : []))]
  })
}

/**
 * The browser to use: PUPPETEER_EXECUTABLE_PATH, an installed one, else the one in Puppeteer's cache.
 * Where that cache is, Puppeteer reads from the process's own environment.
 * Throws when PUPPETEER_EXECUTABLE_PATH is set to something that cannot be run.
 */
export function findBrowser(env = process.env, platform = process.platform): string | undefined {
  return find(thisHost({ env, platform }))
}

/** The browser to use, installed first if there is none. Throws with the command to run if that fails. */
export async function ensureBrowser(report: Report, host: Host = thisHost(process)): Promise<string> {
  const found = find(host)
  if (found !== undefined) return found
  await installBrowser(report, host)
  const installed = find(host)
  if (installed === undefined)
    throw new Error(`A browser was installed, but not where one is looked for: set ${SETTING} to its path`)
  return installed
}

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
      // Chromium refuses to run sandboxed as root; for anyone else the sandbox stays.
      ...(uid === 0 ? ['--no-sandbox'] : []),
    ],
  }
}

/**
 * Starts the browser, installing one first if there is none; the caller closes it. Call early, await late.
 * `options` go before the usual ones. Throws when there is no browser to be had, or when it does not start.
 */
export async function launchBrowser(
  report: Report = console.error,
  options: LaunchOptions = {},
): Promise<Browser> {
  const executable = await ensureBrowser(report)
  try {
    return await loadPuppeteer().launch({ ...launchOptions(executable), ...options })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error
    throw new Error(
      `${executable} did not start as a browser: ${reason}. Set ${SETTING} to one that does, or mend it`,
      { cause: error },
    )
  }
}

function find(host: Host): string | undefined {
  const set = host.env[SETTING]
  if (set) {
    if (isExecutable(set)) return set
    throw new Error(
      `${SETTING} is "${set}", which is no executable file: set it to a browser's path, or unset it`,
    )
  }
  const installed = candidatePaths(host).find((file) => isExecutable(file) && !isSnapStub(file))
  if (installed !== undefined) return installed
  const pinned = host.pinned()
  return isExecutable(pinned) ? pinned : undefined
}

function thisHost({ env, platform }: Machine): Host {
  return {
    env,
    platform,
    uid: process.getuid?.(),
    osRelease: () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''),
    has: (program) => pathsOf(program, { platform, env }).some(isExecutable),
    pinned: () => loadPuppeteer().executablePath(),
    run: runCommand,
  }
}

function pathsOf(program: string, { platform, env }: Machine): string[] {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix
  const file = platform === 'win32' ? `${program}.exe` : program
  const folders = (env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => (folder ? [join(folder, file)] : []))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false // absent, or in a folder closed to this user: either way nothing to run
  }
}

/** Ubuntu's chromium package without its snap: a script that only says what is missing. */
function isSnapStub(file: string): boolean {
  if (statSync(file).size > 10_000 || existsSync('/snap/bin/chromium')) return false
  return readFileSync(file, 'utf8').includes('requires the chromium snap')
}

/** As CommonJS: under tsx that loads in half the time of some two hundred ES modules. */
function loadPuppeteer() {
  const loaded: typeof import('puppeteer') = createRequire(import.meta.url)('puppeteer')
  return loaded.default
}
