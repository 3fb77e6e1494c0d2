import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { Browser, getInstalledBrowsers } from '@puppeteer/browsers'
import { type Machine, thisMachine } from './machine.ts'

const SETTING = 'PUPPETEER_EXECUTABLE_PATH'

// Best first: programs on PATH, the Mac's application, the path below Windows' program folders. The library
// looks only for Chrome, and in WSL it finds Windows' Chrome, which cannot be driven from there.
const BROWSERS = [
  {
    programs: ['google-chrome-stable', 'google-chrome', 'chrome'],
    mac: 'Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    programs: ['chromium', 'chromium-browser'],
    mac: 'Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
  {
    programs: ['microsoft-edge-stable', 'microsoft-edge', 'msedge'],
    mac: 'Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
]

/** Where packages install browsers on Linux, even when PATH lacks the folder. */
const LINUX_FOLDERS = ['/usr/bin', '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin']

/**
 * The browser to use: PUPPETEER_EXECUTABLE_PATH, an installed Chrome, Chromium or Edge, else the newest
 * Chrome in Puppeteer's cache; undefined when there is none. Throws when PUPPETEER_EXECUTABLE_PATH cannot be
 * run.
 */
export async function findBrowser(machine = thisMachine()): Promise<string | undefined> {
  const set = machine.env[SETTING]
  if (set && !isExecutable(set)) {
    throw new Error(
      `${SETTING} is "${set}", which is no executable file: set it to a browser's path, or unset it`,
    )
  }
  const installed = () => candidatePaths(machine).find((file) => isExecutable(file) && !isSnapStub(file))
  return set || (installed() ?? findCached(Browser.CHROME, machine))
}

/** A headless shell: Chrome without window code, which starts in a third of the time, to print. */
export async function findHeadlessShell(machine = thisMachine()): Promise<string | undefined> {
  const installed = ['chrome-headless-shell', 'chromium-headless-shell']
    .flatMap((program) => pathsOf(program, machine))
    .find(isExecutable)
  return installed ?? findCached(Browser.CHROMEHEADLESSSHELL, machine)
}

/** PUPPETEER_EXECUTABLE_PATH if set, else a headless shell, else a browser. Throws as `findBrowser`. */
export async function findPrinter(machine = thisMachine()): Promise<string | undefined> {
  const shell = machine.env[SETTING] ? undefined : await findHeadlessShell(machine)
  return shell ?? findBrowser(machine)
}

/** Where a Chrome, Chromium or Edge may be installed, best first. Does not look whether it is there. */
export function candidatePaths(machine: Machine): string[] {
  const { platform, env } = machine
  return BROWSERS.flatMap(({ programs, mac, windows }) => {
    const found = programs.flatMap((program) =>
      pathsOf(program, machine, platform === 'linux' ? LINUX_FOLDERS : []),
    )
    if (platform === 'darwin') {
      const app = `Applications/${mac}.app/Contents/MacOS/${mac}`
      return [...found, `/${app}`, `${env['HOME'] ?? ''}/${app}`]
    }
    if (platform !== 'win32') return found
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return [...found, ...roots.flatMap((root) => (root ? [path.win32.join(root, windows)] : []))]
  })
}

/** The path of a program on PATH that can be run; undefined when there is none. */
export function findProgram(program: string, machine: Machine): string | undefined {
  return pathsOf(program, machine).find(isExecutable)
}

/** Puppeteer's cache: a folder for each browser, and in it one for each build. */
export function cacheFolder({ env }: Machine): string {
  return env['PUPPETEER_CACHE_DIR'] || path.join(homedir(), '.cache', 'puppeteer')
}

async function findCached(browser: Browser, machine: Machine): Promise<string | undefined> {
  const builds = await getInstalledBrowsers({ cacheDir: cacheFolder(machine) })
  return builds
    .filter((build) => build.browser === browser && isExecutable(build.executablePath))
    .sort((a, b) => b.buildId.localeCompare(a.buildId, 'en', { numeric: true }))[0]?.executablePath
}

/** Where a program of this name may be: in the folders of PATH, then in the others. */
function pathsOf(program: string, { env, platform }: Machine, others: readonly string[] = []): string[] {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...folders, ...others].map((folder) =>
    join(folder, platform === 'win32' ? `${program}.exe` : program),
  )
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false // absent, or in a folder that this user may not read: it cannot be run
  }
}

/** Whether a file is Ubuntu's chromium package without its snap: a script that only says what is missing. */
function isSnapStub(file: string): boolean {
  if (statSync(file).size > 10_000 || existsSync('/snap/bin/chromium')) return false
  return readFileSync(file, 'utf8').includes('requires the chromium snap')
}
