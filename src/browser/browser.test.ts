import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  candidatePaths,
  ensureBrowser,
  ensureHeadlessShell,
  ensurePrinter,
  findBrowser,
  launchOptions,
} from './browser.ts'
import { type Host, installBrowser, installCommand, type Job, runCommand } from './install-browser.ts'

let folder: string
let pinned: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-browser-'))
  pinned = path.join(folder, 'cache', 'chrome', 'linux-1.2.3', 'chrome-linux64', 'chrome')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fakeBrowser(file: string, text = '#!/bin/sh\n'): string {
  const full = path.resolve(folder, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
  chmodSync(full, 0o755)
  return full
}

const refuse = async (job: Job) => {
  throw new Error(`no ${path.basename(job.command)}`)
}

/** What Puppeteer's installer does: the build appears in the cache folder it is given. */
const download = async ({ args, env }: Job) => {
  const build = path.relative(path.join(folder, 'cache'), pinned)
  if (args.includes('install')) fakeBrowser(path.join(env['PUPPETEER_CACHE_DIR'] ?? '', build))
}

/** A machine without any browser; Windows by default, whose places for one all come from `env`. */
const machine = (host: Partial<Host> & { tools?: string[] } = {}): Host => ({
  env: {},
  platform: 'win32',
  uid: 1000,
  osRelease: () => 'ID=debian\n',
  has: (program) => (host.tools ?? ['apt-get']).includes(program),
  pinned: () => pinned,
  run: refuse,
  ...host,
})

describe('findBrowser', () => {
  it('takes PUPPETEER_EXECUTABLE_PATH before an installed browser', () => {
    fakeBrowser('bin/google-chrome-stable')
    const set = fakeBrowser('mine')
    const env = { PATH: path.join(folder, 'bin'), PUPPETEER_EXECUTABLE_PATH: set }
    expect(findBrowser(env, 'linux')).toBe(set)
  })

  it('says what is wrong with PUPPETEER_EXECUTABLE_PATH instead of looking further', () => {
    fakeBrowser('bin/google-chrome-stable')
    for (const set of [path.join(folder, 'absent'), folder]) {
      const env = { PATH: path.join(folder, 'bin'), PUPPETEER_EXECUTABLE_PATH: set }
      expect(() => findBrowser(env, 'linux')).toThrow(
        `PUPPETEER_EXECUTABLE_PATH is "${set}", which is no executable file: set it to a browser's path, or unset it`,
      )
    }
  })

  it('takes Chrome on PATH before Chromium, and skips files that cannot be run', () => {
    writeFileSync(path.join(folder, 'google-chrome-stable'), 'not executable')
    fakeBrowser('chromium')
    const chrome = fakeBrowser('second/google-chrome-stable')
    const PATH = [folder, path.join(folder, 'second')].join(':')
    expect(findBrowser({ PATH, PUPPETEER_EXECUTABLE_PATH: '' }, 'linux')).toBe(chrome)
  })

  it('passes over the chromium script of Ubuntu that only asks for the snap', () => {
    const text = '#!/bin/sh\necho "Command requires the chromium snap to be installed."\n'
    const stub = fakeBrowser('chromium-browser', text)
    expect(candidatePaths({ platform: 'linux', env: { PATH: folder } })).toContain(stub)
    if (!existsSync('/snap/bin/chromium')) expect(findBrowser({ PATH: folder }, 'linux')).not.toBe(stub)
  })
})

describe('ensurePrinter', () => {
  const find = (env: NodeJS.ProcessEnv) => ensurePrinter(() => {}, machine({ platform: 'linux', env }))
  const cached = (build: string) =>
    fakeBrowser(`cache/chrome-headless-shell/${build}/chrome-headless-shell-linux64/chrome-headless-shell`)

  it('takes a headless shell before a browser', async () => {
    fakeBrowser('chromium')
    const shell = fakeBrowser('second/chromium-headless-shell')
    expect(await find({ PATH: `${folder}:${path.join(folder, 'second')}` })).toBe(shell)
  })

  it("takes the newest headless shell of Puppeteer's cache before a browser", async () => {
    fakeBrowser('chromium')
    cached('linux-99.0.1')
    const newest = cached('linux-150.0.2')
    expect(await find({ PATH: folder, PUPPETEER_CACHE_DIR: path.join(folder, 'cache') })).toBe(newest)
  })

  it('takes PUPPETEER_EXECUTABLE_PATH before a headless shell, and a browser where there is none', async () => {
    const PUPPETEER_CACHE_DIR = path.join(folder, 'cache')
    const chrome = fakeBrowser('google-chrome-stable')
    expect(await find({ PATH: folder, PUPPETEER_CACHE_DIR })).toBe(chrome)
    fakeBrowser('chrome-headless-shell')
    const set = fakeBrowser('mine')
    expect(await find({ PATH: folder, PUPPETEER_CACHE_DIR, PUPPETEER_EXECUTABLE_PATH: set })).toBe(set)
  })
})

describe('candidatePaths', () => {
  it('knows where each platform installs Chrome, Chromium and Edge', () => {
    const windows = candidatePaths({ platform: 'win32', env: { PATH: 'D:\\bin', PROGRAMFILES: 'C:\\Apps' } })
    expect(windows).toContain('D:\\bin\\chromium.exe')
    expect(windows).toContain('C:\\Apps\\Google\\Chrome\\Application\\chrome.exe')
    expect(windows).toContain('C:\\Apps\\Microsoft\\Edge\\Application\\msedge.exe')
    const mac = candidatePaths({ platform: 'darwin', env: { HOME: '/Users/ona' } })
    expect(mac[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(mac).toContain('/Users/ona/Applications/Chromium.app/Contents/MacOS/Chromium')
    const linux = candidatePaths({ platform: 'linux', env: {} })
    expect(linux).toEqual(expect.arrayContaining(['/opt/google/chrome/chrome', '/snap/bin/chromium']))
  })
})

describe('ensureBrowser', () => {
  it("takes the browser in Puppeteer's cache when none is installed", async () => {
    fakeBrowser(pinned)
    expect(await ensureBrowser(() => {}, machine())).toBe(pinned)
  })

  it('downloads Chrome for Testing into the cache and leaves nothing else there', async () => {
    expect(await ensureBrowser(() => {}, machine({ run: download }))).toBe(pinned)
    expect(readdirSync(path.join(folder, 'cache'))).toEqual(['chrome'])
  })

  it('puts a build in place of what an interrupted installation left', async () => {
    mkdirSync(path.join(path.dirname(pinned), 'half'), { recursive: true })
    expect(await ensureBrowser(() => {}, machine({ run: download }))).toBe(pinned)
    expect(readdirSync(path.dirname(pinned))).toEqual(['chrome'])
  })
})

describe('installBrowser', () => {
  it('turns to apt-get on Debian as root when the download fails, even if its update does', async () => {
    const commands: string[] = []
    const run = async ({ command, args }: Job) => {
      commands.push([command, ...args].join(' '))
      if (!args.includes('chromium')) throw new Error('offline')
    }
    const lines: string[] = []
    await installBrowser((line) => lines.push(line), machine({ platform: 'linux', uid: 0, run }))
    expect(commands.slice(1)).toEqual([
      'apt-get -o DPkg::Lock::Timeout=120 update',
      'apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium',
    ])
    expect(lines).toContain('Chrome for Testing failed: offline')
  })

  it('rejects a download that does not start on this Linux', async () => {
    const run = (job: Job) => (job.args.includes('--version') ? refuse(job) : download(job))
    const failed = installBrowser(() => {}, machine({ platform: 'linux', run }))
    await expect(failed).rejects.toThrow('Chrome for Testing: no chrome')
    expect(existsSync(pinned)).toBe(false)
  })

  it('stops with every reason and the command to run', async () => {
    const failed = installBrowser(() => {}, machine({ platform: 'linux', uid: 0 }))
    await expect(failed).rejects.toThrow(
      /^No browser found and none could be installed \(Chrome for Testing: no node\S*; apt-get install chromium: no apt-get\)\. Install one with: apt-get install -y chromium$/,
    )
  })

  it('leaves apt-get alone without root and on Ubuntu', async () => {
    const ubuntu = machine({ platform: 'linux', uid: 0, osRelease: () => 'NAME="Ubuntu"\nID=ubuntu\n' })
    for (const host of [ubuntu, machine({ platform: 'linux' })]) {
      await expect(installBrowser(() => {}, host)).rejects.not.toThrow('no apt-get')
    }
  })
})

describe('ensureHeadlessShell', () => {
  const build = () =>
    path.join(
      folder,
      'cache/chrome-headless-shell/linux-1.2.3/chrome-headless-shell-linux64/chrome-headless-shell',
    )
  const env = () => ({ PUPPETEER_CACHE_DIR: path.join(folder, 'cache') })

  it("downloads one into Puppeteer's cache where there is none", async () => {
    const run = async ({ args, env }: Job) => {
      const place = path.relative(path.join(folder, 'cache'), build())
      if (args.includes('chrome-headless-shell'))
        fakeBrowser(path.join(env['PUPPETEER_CACHE_DIR'] ?? '', place))
    }
    const host = machine({ platform: 'linux', env: env(), pinned: build, run })
    expect(await ensureHeadlessShell(() => {}, host)).toBe(build())
  })

  it('says what was tried and the command to run where none can be had', async () => {
    const host = machine({ platform: 'linux', uid: 0, env: env(), pinned: build })
    await expect(ensureHeadlessShell(() => {}, host)).rejects.toThrow(
      /^No headless shell found and none could be installed \(.*; apt-get install chromium-headless-shell: no apt-get\)\. Install one with: apt-get install -y chromium-headless-shell$/,
    )
  })
})

describe('installCommand', () => {
  it.each([
    ['linux', ['apt-get'], 'debian', 'sudo apt-get install -y chromium'],
    ['linux', ['dnf'], 'fedora', 'sudo dnf install -y chromium'],
    ['linux', ['apt-get', 'snap'], 'ubuntu', 'sudo snap install chromium'],
    ['linux', [], 'other', 'npx puppeteer browsers install chrome'],
    ['darwin', ['brew'], '', 'brew install --cask google-chrome'],
    ['darwin', [], '', 'npx puppeteer browsers install chrome'],
    ['win32', [], '', 'winget install --exact --id Google.Chrome'],
  ] as const)('on %s with %j (%s) is the one that works there', (platform, tools, id, command) => {
    expect(installCommand(machine({ platform, tools: [...tools], osRelease: () => `ID=${id}\n` }))).toBe(
      command,
    )
  })
})

describe('runCommand', () => {
  const node = (script: string, job: Partial<Job> = {}): Job => ({
    command: process.execPath,
    args: ['-e', script],
    env: process.env,
    onLine: () => {},
    ...job,
  })

  it('fails with the last thing the command said, without the stack', async () => {
    const script = 'console.error("Error: all failed\\n  - host not found\\n    at x.js:1"); process.exit(3)'
    await expect(runCommand(node(script))).rejects.toThrow(/^host not found \(exit 3\)$/)
    await expect(runCommand(node('', { command: path.join(folder, 'absent') }))).rejects.toThrow('ENOENT')
  })

  it('ends a command whose folder stops growing', async () => {
    const silent = node('setInterval(() => {}, 1000)', { growing: folder, stallMs: 100 })
    await expect(runCommand(silent)).rejects.toThrow('no progress for 0.1 s')
  })

  it('lets a slow command go on as long as its folder grows', async () => {
    // It takes several times as long as it may stand still.
    let parts = 0
    const grow = setInterval(() => writeFileSync(path.join(folder, `part-${parts++}`), 'x'), 10)
    const script = `setInterval(() => require('fs').readdirSync(${JSON.stringify(folder)}).length > 60 && process.exit(0), 20)`
    await runCommand(node(script, { growing: folder, stallMs: 200 }))
    clearInterval(grow)
    expect(parts).toBeGreaterThan(60)
  })
})

describe('launchOptions', () => {
  it('switches the sandbox off only for root', () => {
    expect(launchOptions('/usr/bin/chromium', 0).args).toContain('--no-sandbox')
    expect(launchOptions('/usr/bin/chromium', 1000).args).not.toContain('--no-sandbox')
  })
})
