import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, LaunchOptions } from 'puppeteer'
import { findHeadlessShell } from './headless-shell.ts'
import { HEADLESS_SHELL, type Host, installBrowser, type Report, runCommand } from './install-browser.ts'
import { isExecutable, type Machine, pathsOf } from './programs.ts'

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

/** What prints and takes pictures: as `ensureBrowser`, but a headless shell comes before an installed browser. */
export async function ensurePrinter(report: Report, host: Host = thisHost(process)): Promise<string> {
  const shell = host.env[SETTING] ? undefined : findHeadlessShell(host)
  return shell ?? ensureBrowser(report, host)
}

/** A headless shell, installed if there is none. Throws with the command to run if that fails. */
export async function ensureHeadlessShell(report: Report, host: Host = thisHost(process)): Promise<string> {
  const found = findHeadlessShell(host)
  if (found !== undefined) return found
  await installBrowser(report, host, HEADLESS_SHELL)
  const installed = findHeadlessShell(host)
  if (installed === undefined)
    throw new Error('A headless shell was installed, but not where one is looked for')
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
  const executable = options.executablePath ?? (await ensureBrowser(report))
  try {
    const { default: puppeteer } = await import('puppeteer-core')
    return await puppeteer.launch({ ...launchOptions(executable), ...options })
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
  const pinned = host.pinned('chrome')
  return isExecutable(pinned) ? pinned : undefined
}

function thisHost({ env, platform }: Machine): Host {
  return {
    env,
    platform,
    uid: process.getuid?.(),
    osRelease: () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''),
    has: (program) => pathsOf(program, { platform, env }).some(isExecutable),
    pinned: (name) => loadPuppeteer().executablePath({ headless: name === 'chrome' || 'shell' }),
    run: runCommand,
  }
}

/** Ubuntu's chromium package without its snap: a script that only says what is missing. */
function isSnapStub(file: string): boolean {
  if (statSync(file).size > 10_000 || existsSync('/snap/bin/chromium')) return false
  return readFileSync(file, 'utf8').includes('requires the chromium snap')
}

/** Only to ask where its browsers are: it looks for its settings in many places, so the browser is started without it. */
function loadPuppeteer() {
  const loaded: typeof import('puppeteer') = createRequire(import.meta.url)('puppeteer')
  return loaded.default
}
