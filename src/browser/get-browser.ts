import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Browser, computeExecutablePath, detectBrowserPlatform } from '@puppeteer/browsers'
import { PUPPETEER_REVISIONS } from 'puppeteer-core/internal/revisions.js'
import { ROOT } from '../root.ts'
import { cacheFolder, findBrowser, findHeadlessShell, findPrinter, findProgram } from './find-browser.ts'
import { type Machine, thisMachine } from './machine.ts'

export type Report = (line: string) => void

/** Browsers that can be installed, each with the name of its Debian package. */
export const CHROME = { what: 'browser', browser: Browser.CHROME, deb: 'chromium' } as const
export const HEADLESS_SHELL = {
  what: 'headless shell',
  browser: Browser.CHROMEHEADLESSSHELL,
  deb: 'chromium-headless-shell',
} as const
type Product = typeof CHROME | typeof HEADLESS_SHELL

const GOOGLE = 'https://dl.google.com/linux/direct'
const GOOGLE_DEB = 'google-chrome-stable_current_amd64.deb'
const DOWNLOAD = path.join(ROOT, 'src/browser/download-browser.js')

type Get = (report: Report, machine?: Machine) => Promise<string>
type Find = (machine: Machine) => Promise<string | undefined>

/** Finds a program's path, or installs it first. Throws with the command to run if that fails. */
const getter =
  (find: Find, product: Product): Get =>
  async (report, machine = thisMachine()) =>
    (await find(machine)) ?? (await install(product, report, machine))

export const getBrowser = getter(findBrowser, CHROME)
export const getHeadlessShell = getter(findHeadlessShell, HEADLESS_SHELL)
/** A browser that prints and takes pictures: prefers a headless shell to an installed browser. */
export const getPrinter = getter(findPrinter, CHROME)

/**
 * Downloads Puppeteer's build, or, when that fails and the user is root, installs Debian's package. A
 * download fails after `patience` seconds without data. Throws with each reason and the command to run.
 */
export async function install(
  product: Product,
  report: Report,
  machine: Machine,
  patience = 30,
): Promise<string> {
  const { what, browser, deb } = product
  const ways = [{ name: `download of ${browser}`, run: () => download(product, report, machine, patience) }]
  if (machine.uid === 0 && isDebian(machine))
    ways.push({ name: `apt-get install ${deb}`, run: () => installPackage(product, report, machine) })
  const failures: string[] = []
  for (const { name, run } of ways) {
    report(`No ${what} found, trying ${name} …`)
    try {
      return await run()
    } catch (error) {
      failures.push(`${name}: ${reason(error)}`)
      report(`${name} failed: ${reason(error)}`)
    }
  }
  const tried = `No ${what} found and none could be installed (${failures.join('; ')})`
  throw new Error(`${tried}. Install one with: ${installCommand(product, machine)}`)
}

/** Downloads beside the cache and then moves the build in, so that nobody sees half of it. */
async function download({ browser }: Product, report: Report, machine: Machine, patience: number) {
  const { env, platform } = machine
  const buildId = PUPPETEER_REVISIONS[browser]
  const cache = cacheFolder(machine)
  const program = (cacheDir: string) => computeExecutablePath({ browser, buildId, cacheDir })
  mkdirSync(path.join(cache, browser), { recursive: true })
  const staging = mkdtempSync(path.join(cache, '.download-'))
  const build = path.join(browser, `${detectBrowserPlatform()}-${buildId}`)
  const mirror = env['PUPPETEER_CHROME_DOWNLOAD_BASE_URL'] ?? ''
  try {
    await run([process.execPath, DOWNLOAD, browser, buildId, staging, `${patience}`, mirror], env, report)
    // Only a start shows whether system libraries and processor fit. (On Windows it would open a window.)
    if (platform === 'linux') await run([program(staging), '--version'], env, report)
    if (existsSync(program(cache))) return program(cache) // another process finished first
    rmSync(path.join(cache, build), { recursive: true, force: true }) // left by an interrupted installation
    renameSync(path.join(staging, build), path.join(cache, build))
    return program(cache)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

async function installPackage({ browser, deb }: Product, report: Report, machine: Machine) {
  const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => run(['apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args], env, report)
  // The update fails for one dead source or when another apt is running. The lists at hand may still be
  // enough.
  await apt('update').catch((error) => report(`apt-get update failed: ${reason(error)}`))
  await apt('install', '-y', '--no-install-recommends', deb)
  const find = browser === Browser.CHROME ? findBrowser : findHeadlessShell
  const installed = await find(machine)
  if (installed === undefined) throw new Error(`${deb} is not where one is looked for, on PATH`)
  return installed
}

/** The command to install it by hand on this machine. */
export function installCommand({ browser, deb }: Product, machine: Machine): string {
  const sudo = machine.platform !== 'linux' || machine.uid === 0 ? '' : 'sudo '
  if (isDebian(machine)) return `${sudo}apt-get install -y ${deb}`
  const build = `${browser}@${PUPPETEER_REVISIONS[browser]}`
  const download = `npx @puppeteer/browsers install ${build} --path "${cacheFolder(machine)}"`
  if (browser !== Browser.CHROME) return download
  if (machine.platform === 'win32') return 'winget install --exact --id Google.Chrome'
  const commands = {
    dnf: `${sudo}dnf install -y chromium`,
    pacman: `${sudo}pacman -S chromium`,
    zypper: `${sudo}zypper install chromium`,
    apk: `${sudo}apk add chromium`,
    snap: `${sudo}snap install chromium`,
    // For Ubuntu in a container, which has no snap.
    'apt-get': `curl -LO ${GOOGLE}/${GOOGLE_DEB} && ${sudo}apt-get install -y ./${GOOGLE_DEB}`,
    brew: 'brew install --cask google-chrome',
  }
  const found = Object.entries(commands).find(([manager]) => findProgram(manager, machine) !== undefined)
  return found?.[1] ?? download
}

/** Runs a command and reports its output. Throws when it fails, with the last line that it printed. */
function run([command = '', ...args]: string[], env: NodeJS.ProcessEnv, report: Report): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let last = 'no output'
    const note = (line: string) => {
      last = line.trim() || last
    }
    createInterface({ input: child.stdout }).on('line', report).on('line', note)
    createInterface({ input: child.stderr }).on('line', note)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${last} (${signal ?? `exit ${code}`})`))
    })
  })
}

/** Whether apt has a browser package of its own. Ubuntu's package only points to the snap. */
function isDebian(machine: Machine): boolean {
  return findProgram('apt-get', machine) !== undefined && !/^ID="?ubuntu"?$/m.test(machine.osRelease)
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
