import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Browser, computeExecutablePath } from '@puppeteer/browsers'
import { zipSync } from 'fflate'
import { PUPPETEER_REVISIONS } from 'puppeteer-core/internal/revisions.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { candidatePaths, findBrowser, findPrinter } from './find-browser.ts'
import {
  CHROME,
  getBrowser,
  getHeadlessShell,
  HEADLESS_SHELL,
  install,
  installCommand,
} from './get-browser.ts'
import { launchOptions } from './launch-browser.ts'
import type { Machine } from './machine.ts'

const SCRIPT = '#!/bin/sh\n'
const quiet = () => {}
let folder: string
let server: Server
/** The answer of the fake download server. */
let answer: RequestListener
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})
afterAll(() => server.close())
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-browser-'))
  answer = (_request, response) => response.writeHead(404).end()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const cache = () => path.join(folder, 'cache')
type Build = Browser.CHROME | Browser.CHROMEHEADLESSSHELL
/** The path of a build in the cache, as the library computes it. */
const cached = (browser: Build = Browser.CHROME, buildId: string = PUPPETEER_REVISIONS[browser]) =>
  computeExecutablePath({ browser, buildId, cacheDir: cache() })

function program(file: string, text = SCRIPT): string {
  const full = path.resolve(folder, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
  chmodSync(full, 0o755)
  return full
}

/** A machine with only the programs in the folder; as Windows it has no browser. */
function machine(platform: NodeJS.Platform, others: Partial<Machine> = {}): Machine {
  const { port } = server.address() as AddressInfo
  const env = {
    PATH: folder,
    PUPPETEER_CACHE_DIR: cache(),
    PUPPETEER_CHROME_DOWNLOAD_BASE_URL: `http://127.0.0.1:${port}`,
    ...others.env,
  }
  return { platform, uid: 1000, osRelease: 'ID=debian\n', ...others, env }
}

/** Answers as the real download server does: a zip of the build with an executable program. */
function serve(browser: Build, text = SCRIPT): void {
  const zip = zipBuild(browser, text)
  answer = (_request, response) => response.writeHead(200, { 'content-length': zip.length }).end(zip)
}

function zipBuild(browser: Build, text: string): Uint8Array {
  const file = path.relative(path.join(cache(), browser), cached(browser)).split(path.sep).slice(1).join('/')
  return zipSync({ [file]: [Buffer.from(text), { os: 3, attrs: 0o100755 << 16 }] })
}

describe('findBrowser', () => {
  it('says what is wrong with PUPPETEER_EXECUTABLE_PATH instead of looking further', async () => {
    program('google-chrome-stable')
    for (const set of [path.join(folder, 'absent'), folder]) {
      const env = { PUPPETEER_EXECUTABLE_PATH: set }
      await expect(findBrowser(machine('linux', { env }))).rejects.toThrow(
        `PUPPETEER_EXECUTABLE_PATH is "${set}", which is no executable file: set it to a browser's path, or unset it`,
      )
    }
  })

  it('takes Chrome on PATH before Chromium, and skips files that cannot be run', async () => {
    writeFileSync(path.join(folder, 'google-chrome-stable'), 'not executable')
    program('chromium')
    const chrome = program('second/google-chrome-stable')
    const env = { PATH: `${folder}:${path.join(folder, 'second')}`, PUPPETEER_EXECUTABLE_PATH: '' }
    expect(await findBrowser(machine('linux', { env }))).toBe(chrome)
  })

  it('passes over the chromium script of Ubuntu that only asks for the snap', async () => {
    const stub = program('chromium', `${SCRIPT}echo "Command requires the chromium snap to be installed."\n`)
    expect(candidatePaths(machine('linux'))).toContain(stub)
    if (!existsSync('/snap/bin/chromium')) expect(await findBrowser(machine('linux'))).not.toBe(stub)
  })

  it("takes the newest Chrome of Puppeteer's cache where none is installed", async () => {
    program(cached(Browser.CHROME, '99.0.1.2'))
    const newest = program(cached(Browser.CHROME, '150.0.2.1'))
    mkdirSync(path.dirname(cached(Browser.CHROME, '151.0.0.0')), { recursive: true })
    expect(await findBrowser(machine('win32'))).toBe(newest)
  })
})

it('prints in PUPPETEER_EXECUTABLE_PATH, else in a headless shell, else in a browser', async () => {
  const chrome = program(cached())
  expect(await findPrinter(machine('win32'))).toBe(chrome)
  const shell = program(cached(Browser.CHROMEHEADLESSSHELL, '99.0.1.2'))
  expect(await findPrinter(machine('win32'))).toBe(shell)
  program('chromium')
  const installed = program('second/chromium-headless-shell')
  const env = { PATH: `${folder}:${path.join(folder, 'second')}` }
  expect(await findPrinter(machine('linux', { env }))).toBe(installed)
  const PUPPETEER_EXECUTABLE_PATH = program('mine')
  for (const find of [findPrinter, findBrowser])
    expect(await find(machine('linux', { env: { PUPPETEER_EXECUTABLE_PATH } }))).toBe(
      PUPPETEER_EXECUTABLE_PATH,
    )
})

it('knows where each platform installs Chrome, Chromium and Edge', () => {
  const windows = candidatePaths(machine('win32', { env: { PATH: 'D:\\bin', PROGRAMFILES: 'C:\\Apps' } }))
  expect(windows).toContain('D:\\bin\\chromium.exe')
  expect(windows).toContain('C:\\Apps\\Google\\Chrome\\Application\\chrome.exe')
  expect(windows).toContain('C:\\Apps\\Microsoft\\Edge\\Application\\msedge.exe')
  const mac = candidatePaths(machine('darwin', { env: { PATH: '', HOME: '/Users/ona' } }))
  expect(mac[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(mac).toContain('/Users/ona/Applications/Chromium.app/Contents/MacOS/Chromium')
  const linux = ['/opt/google/chrome/chrome', '/usr/bin/microsoft-edge', '/snap/bin/chromium']
  expect(candidatePaths(machine('linux', { env: { PATH: '' } }))).toEqual(expect.arrayContaining(linux))
})

describe('a download', () => {
  it("puts Puppeteer's build into its cache, leaves nothing else there, and tells how far it is", async () => {
    // The rest of an interrupted installation is replaced.
    mkdirSync(path.join(path.dirname(cached()), 'half'), { recursive: true })
    serve(Browser.CHROME)
    const lines: string[] = []
    expect(await getBrowser((line) => lines.push(line), machine('win32'))).toBe(cached())
    expect(readdirSync(cache())).toEqual(['chrome'])
    expect(readdirSync(path.dirname(cached()))).toEqual(['chrome'])
    serve(Browser.CHROMEHEADLESSSHELL)
    expect(await getHeadlessShell(quiet, machine('win32'))).toBe(cached(Browser.CHROMEHEADLESSSHELL))
    expect(lines).toEqual(['No browser found, trying download of chrome …', '0 of 0 MB'])
  })

  it('is removed when it does not start on this Linux', async () => {
    serve(Browser.CHROME, `${SCRIPT}echo "libnss3.so is missing" >&2; exit 127\n`)
    const failed = install(CHROME, quiet, machine('linux'))
    await expect(failed).rejects.toThrow('download of chrome: libnss3.so is missing (exit 127)')
    expect(readdirSync(cache(), { recursive: true })).toEqual(['chrome'])
  })

  it.each(['stands still', 'breaks off'])(
    'that %s ends with a message, and leaves nothing',
    async (fault) => {
      answer = (_request, response) =>
        response.write('x', () => (fault === 'breaks off' ? response.destroy() : undefined))
      const failed = install(CHROME, quiet, machine('linux'), 0.3)
      await expect(failed).rejects.toThrow('download of chrome: no progress for 0.3 s (exit 1)')
      expect(readdirSync(cache(), { recursive: true })).toEqual(['chrome'])
      server.closeAllConnections()
    },
  )

  it('may be slow as long as data keeps coming', async () => {
    const zip = zipBuild(Browser.CHROME, SCRIPT)
    answer = async (_request, response) => {
      response.writeHead(200, { 'content-length': zip.length })
      // The whole download takes longer than one pause may.
      for (let at = 0; at < 30; at++) {
        response.write(zip.subarray(at, at + 1))
        await setTimeout(50)
      }
      response.end(zip.subarray(30))
    }
    await install(CHROME, quiet, machine('win32'), 1)
    expect(existsSync(cached())).toBe(true)
  })
})

describe('when a download fails', () => {
  /** A fake package manager that records its arguments and then runs `does`. */
  const apt = (does: string) => program('apt-get', `${SCRIPT}echo "$@" >> "${folder}/asked"\n${does}\n`)
  const asked = () => readFileSync(path.join(folder, 'asked'), 'utf8').trim().split('\n')

  it("Debian's package is installed as root, even if the update fails", async () => {
    const installs = `/bin/cp "$0" "${folder}/chromium"`
    apt(`case "$*" in *update) echo "one source is dead" >&2; exit 100;; *) ${installs};; esac`)
    const lines: string[] = []
    await install(CHROME, (line) => lines.push(line), machine('linux', { uid: 0 }))
    expect(asked()).toEqual([
      '-o DPkg::Lock::Timeout=120 update',
      '-o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium',
    ])
    expect(lines.join('\n')).toMatch(/download of chrome failed: Download failed: server returned code 404/)
    expect(lines).toContain('apt-get update failed: one source is dead (exit 100)')
  })

  it('and the package fails too, the error has each reason and the command to run', async () => {
    apt('echo "E: no such package" >&2; exit 100')
    for (const { product, what } of [
      { product: CHROME, what: 'browser' },
      { product: HEADLESS_SHELL, what: 'headless shell' },
    ]) {
      const failed = install(product, quiet, machine('linux', { uid: 0 }))
      const reasons = `\\(download of ${product.browser}: .*404.*; apt-get install ${product.deb}: E: no such package \\(exit 100\\)\\)`
      await expect(failed).rejects.toThrow(
        new RegExp(
          `^No ${what} found and none could be installed ${reasons}\\. Install one with: apt-get install -y ${product.deb}$`,
        ),
      )
    }
  })

  it('the package manager is not used without root or on Ubuntu', async () => {
    apt('')
    for (const others of [{}, { uid: 0, osRelease: 'NAME="Ubuntu"\nID=ubuntu\n' }]) {
      await expect(install(CHROME, quiet, machine('linux', others))).rejects.toThrow('Install one with')
    }
    expect(existsSync(path.join(folder, 'asked'))).toBe(false)
  })
})

describe('the command to run by hand', () => {
  const download = (name: string) => `npx @puppeteer/browsers install ${name}@`
  it.each([
    ['linux', ['apt-get'], 'debian', CHROME, 'sudo apt-get install -y chromium'],
    ['linux', ['apt-get'], 'debian', HEADLESS_SHELL, 'sudo apt-get install -y chromium-headless-shell'],
    ['linux', ['dnf'], 'fedora', CHROME, 'sudo dnf install -y chromium'],
    ['linux', ['apt-get', 'snap'], 'ubuntu', CHROME, 'sudo snap install chromium'],
    ['linux', ['apt-get'], 'ubuntu', CHROME, 'curl -LO https://dl.google.com/linux/direct/google-chrome'],
    ['linux', ['apt-get'], 'ubuntu', HEADLESS_SHELL, download('chrome-headless-shell')],
    ['linux', [], 'other', CHROME, download('chrome')],
    ['darwin', ['brew'], '', CHROME, 'brew install --cask google-chrome'],
    ['darwin', [], '', CHROME, download('chrome')],
    ['win32', [], '', CHROME, 'winget install --exact --id Google.Chrome'],
  ] as const)('on %s with %j (%s) is the one that works there', (platform, tools, id, product, command) => {
    for (const tool of tools) program(tool)
    expect(installCommand(product, machine(platform, { osRelease: `ID=${id}\n` }))).toContain(command)
  })
})

it('switches the sandbox off only for root', () => {
  expect(launchOptions('/usr/bin/chromium', 0).args).toContain('--no-sandbox')
  expect(launchOptions('/usr/bin/chromium', 1000).args).not.toContain('--no-sandbox')
})
