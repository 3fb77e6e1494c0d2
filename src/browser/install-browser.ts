import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type Report = (line: string) => void

/** One command to run; `growing` is a folder whose size shows that a silent download is alive. */
export interface Job {
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  onLine: Report
  growing?: string
  /** How long `growing` may stand still before the command is ended, in milliseconds. */
  stallMs?: number
}

/** What can be installed. */
export interface Product {
  readonly what: string
  /** Puppeteer's name for it. */
  readonly name: 'chrome' | 'chrome-headless-shell'
  /** What its download is called, and Debian's package of it. */
  readonly download: string
  readonly deb: string
}

export const CHROME: Product = {
  what: 'browser',
  name: 'chrome',
  download: 'Chrome for Testing',
  deb: 'chromium',
}
export const HEADLESS_SHELL: Product = {
  what: 'headless shell',
  name: 'chrome-headless-shell',
  download: "Chrome's headless shell",
  deb: 'chromium-headless-shell',
}

/** The machine as finding and installing see it; tests bring their own. */
export interface Host {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  uid: number | undefined
  /** The text of /etc/os-release; empty where there is none. */
  osRelease: () => string
  /** Whether a program of this name is on PATH. */
  has: (program: string) => boolean
  /** Where Puppeteer keeps its own build of it: `<cache>/chrome/<build>/…`, there or not. */
  pinned: (name: Product['name']) => string
  /** Throws when the command fails, with the reason it printed. */
  run: (job: Job) => Promise<void>
}

const GOOGLE_DEB = 'google-chrome-stable_current_amd64.deb'

/** The command that installs a browser by hand on this platform. */
export function installCommand({ platform, uid, osRelease, has }: Host, { name, deb } = CHROME): string {
  if (name === HEADLESS_SHELL.name) {
    const isDebian = has('apt-get') && !isUbuntu(osRelease())
    return isDebian
      ? `${uid === 0 ? '' : 'sudo '}apt-get install -y ${deb}`
      : `npx puppeteer browsers install ${name}`
  }
  const puppeteer = 'npx puppeteer browsers install chrome'
  if (platform === 'darwin') return has('brew') ? 'brew install --cask google-chrome' : puppeteer
  if (platform === 'win32') return 'winget install --exact --id Google.Chrome'
  const sudo = uid === 0 ? '' : 'sudo '
  if (isUbuntu(osRelease())) {
    // Ubuntu's chromium package only points at the snap, and containers have no snap.
    if (has('snap')) return `${sudo}snap install chromium`
    return `curl -LO https://dl.google.com/linux/direct/${GOOGLE_DEB} && ${sudo}apt-get install -y ./${GOOGLE_DEB}`
  }
  const commands = {
    'apt-get': 'apt-get install -y chromium',
    dnf: 'dnf install -y chromium',
    pacman: 'pacman -S chromium',
    zypper: 'zypper install chromium',
    apk: 'apk add chromium',
  }
  const found = Object.entries(commands).find(([manager]) => has(manager))
  return found ? sudo + found[1] : puppeteer
}

/**
 * Installs a browser, or what else there is: Chrome for Testing, else Debian's package where root may.
 * Throws when neither works, with each reason and the command for this platform.
 */
export async function installBrowser(report: Report, host: Host, product = CHROME): Promise<void> {
  const { what, download, deb } = product
  const steps = [{ name: download, install: downloadBuild }]
  if (host.uid === 0 && host.has('apt-get') && !isUbuntu(host.osRelease())) {
    steps.push({ name: `apt-get install ${deb}`, install: aptInstall })
  }
  const failures: string[] = []
  for (const { name, install } of steps) {
    report(`No ${what} found, trying ${name} …`)
    try {
      return await install(report, host, product)
    } catch (error) {
      failures.push(`${name}: ${reason(error)}`)
      report(`${name} failed: ${reason(error)}`)
    }
  }
  const command = installCommand(host, product)
  throw new Error(
    `No ${what} found and none could be installed (${failures.join('; ')}). Install one with: ${command}`,
  )
}

/** Downloads beside the cache and moves the finished build in, so no other process sees half of it. */
async function downloadBuild(report: Report, host: Host, { name }: Product): Promise<void> {
  const pinned = host.pinned(name)
  const folder = `${path.sep}${name}${path.sep}`
  const cache = pinned.slice(0, pinned.lastIndexOf(folder))
  const [build = ''] = pinned.slice(cache.length + folder.length).split(path.sep)
  mkdirSync(path.join(cache, name), { recursive: true })
  const staging = mkdtempSync(path.join(cache, '.download-'))
  const inStaging = (file: string) => path.join(staging, path.relative(cache, file))
  const target = path.join(cache, name, build)
  const mirror = host.env['PUPPETEER_CHROME_DOWNLOAD_BASE_URL']
  try {
    await host.run({
      command: process.execPath,
      args: [puppeteerCli(), 'browsers', 'install', name, ...(mirror ? ['--base-url', mirror] : [])],
      env: { ...host.env, PUPPETEER_CACHE_DIR: staging },
      // The CLI prints its whole help when it fails; the reason comes with the error.
      onLine: (line) => line.endsWith(' MB written') && report(line),
      growing: staging,
    })
    // A download says nothing about system libraries or the processor; a start does. (Windows' opens a window.)
    if (host.platform === 'linux') {
      await host.run({ command: inStaging(pinned), args: ['--version'], env: host.env, onLine: report })
    }
    if (existsSync(pinned)) return // another process was first
    rmSync(target, { recursive: true, force: true }) // what an interrupted installation left
    renameSync(inStaging(target), target)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

async function aptInstall(report: Report, host: Host, { deb }: Product): Promise<void> {
  const apt = (...args: string[]) =>
    host.run({
      command: 'apt-get',
      args: ['-o', 'DPkg::Lock::Timeout=120', ...args],
      env: { ...host.env, DEBIAN_FRONTEND: 'noninteractive' },
      onLine: report,
    })
  // One dead source, or another apt at work, fails the update; the lists at hand may still do.
  await apt('update').catch((error) => report(`apt-get update failed: ${reason(error)}`))
  await apt('install', '-y', '--no-install-recommends', deb)
}

/** Runs a command to its end, line by line. Throws when it fails or its folder stops growing. */
export function runCommand({ command, args, env, onLine, growing, stallMs = 30_000 }: Job): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let last = 'no output'
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        if (line.trim() && !/^\s+at /.test(line)) last = line.replace(/^[\s-]+/, '')
        onLine(line)
      })
    }
    const seen = { bytes: 0, told: 0, at: performance.now() }
    const watch = setInterval(
      () => {
        if (growing === undefined) return
        const bytes = folderBytes(growing)
        if (bytes !== seen.bytes) Object.assign(seen, { bytes, at: performance.now() })
        if (bytes - seen.told >= 10e6) {
          seen.told = bytes
          onLine(`${Math.round(bytes / 1e6)} MB written`)
        }
        if (performance.now() - seen.at < stallMs) return
        last = `no progress for ${stallMs / 1000} s`
        child.kill('SIGKILL')
      },
      Math.min(1000, stallMs / 2),
    )
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (code === 0) resolve()
      else reject(new Error(`${last} (${signal ?? `exit ${code}`})`))
    })
  })
}

function folderBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  // A file may be gone between the listing and the look.
  return files.reduce(
    (sum, f) => sum + (statSync(path.join(folder, f), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

function puppeteerCli(): string {
  const require = createRequire(import.meta.url)
  const manifest: { bin: string } = require('puppeteer/package.json')
  return path.join(path.dirname(require.resolve('puppeteer/package.json')), manifest.bin)
}

const isUbuntu = (osRelease: string): boolean => /^ID="?ubuntu"?$/m.test(osRelease)

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
