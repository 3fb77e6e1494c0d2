import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getBrowser } from '../src/browser/get-browser.ts'
import { printDocuments } from '../src/files/print-documents.ts'
import { startBrowser } from './browser.ts'
import { copyProject, ROOT } from './copy-project.ts'
import { listFiles, runExport } from './export-process.ts'
import deck from './fixtures/slides/sample/deck.ts'

const PDF = `${deck.fileName.lt}.pdf`
const TEXT = `${deck.fileName.lt}.txt`
const HANDOUT = `${deck.fileName.lt}-dalomoji-medziaga.pdf`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'export-faults-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A folder with good files of an earlier export. */
let earlier = ''
beforeEach(() => {
  earlier = mkdtempSync(path.join(folder, 'earlier-'))
  for (const name of [PDF, TEXT, HANDOUT]) writeFileSync(path.join(earlier, name), 'good')
})

async function expectGood(where = earlier): Promise<void> {
  expect(await listFiles(where)).toEqual([HANDOUT, PDF, TEXT].sort())
  for (const name of [PDF, TEXT, HANDOUT]) expect(await readFile(path.join(where, name), 'utf8')).toBe('good')
}

/** Mounts an empty file system of 64 kilobytes; undefined where one may not. */
function mountSmall(): string | undefined {
  const where = mkdtempSync(path.join(tmpdir(), 'export-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', where], { stdio: 'ignore' })
    return where
  } catch {
    rmSync(where, { recursive: true })
    return undefined
  }
}
const disk = mountSmall()
if (disk === undefined) console.warn('Left out: a full disk, which only root may mount')
afterAll(() => {
  if (disk === undefined) return
  execFileSync('umount', [disk])
  rmSync(disk, { recursive: true })
})

/** A user who may not write everywhere: the one who runs the tests, or `nobody` for root; undefined: none. */
function findOrdinaryUser(): number | undefined {
  const own = process.getuid?.()
  if (own !== 0) return own
  const nobody = 65_534
  const look = ['-e', `require('node:fs').readdirSync(${JSON.stringify(ROOT)})`]
  return spawnSync(process.execPath, look, { uid: nobody }).status === 0 ? nobody : undefined
}
const user = findOrdinaryUser()
if (user === undefined) console.warn('Left out: a folder one may not write to, which needs an ordinary user')

describe('what fails leaves the files of an earlier export, and nothing half done', () => {
  test.skipIf(disk === undefined)('a full disk', async () => {
    for (const name of [PDF, TEXT, HANDOUT]) writeFileSync(path.join(disk ?? '', name), 'good')
    // The text would fit; it is written with the others or not at all.
    const args = ['--quiet', '--lang', 'lt', '--format', 'txt,pdf', '--out', disk ?? '']
    const { code, stderr } = await runExport({ args })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^.*\.pdf was not written: the disk is full; free some space .* \(ENOSPC\)\n$/)
    await expectGood(disk)
  })

  test.skipIf(user === undefined)('a folder one may not write to', async () => {
    chmodSync(folder, 0o755)
    chmodSync(earlier, 0o555)
    const TMPDIR = mkdtempSync(path.join(folder, 'tmp-'))
    chmodSync(TMPDIR, 0o777)
    const args = ['--quiet', '--lang', 'lt', '--format', 'txt', '--out', earlier]
    const { code, stderr } = await runExport({ args, env: { TMPDIR, HOME: TMPDIR }, user })
    expect(stderr).toMatch(
      /\.txt was not written: you may not write there; change the permissions .* \(EACCES\)\n$/,
    )
    expect(code).toBe(1)
    await expectGood()
    chmodSync(earlier, 0o755)
  })

  describe('a slide', () => {
    const checkout = path.join(mkdtempSync(path.join(tmpdir(), 'export-faults-')), 'checkout')
    const logos = path.join(checkout, 'slides', 'sample', 'logos')
    beforeAll(() => {
      copyProject(checkout)
      mkdirSync(logos)
    })
    afterAll(() => rm(path.dirname(checkout), { recursive: true }))

    test.each([
      ['that cannot be shown', 'pumpa', 'the picture "PUMPA" cannot be shown; see the folder logos/'],
      ['that is wrong', 'niekieno', 'slides/sample/logos/niekieno.svg: is shown on no slide;'],
    ])('%s', async (_what, logo, line) => {
      const cut = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0'
      await writeFile(path.join(logos, `${logo}.svg`), cut)
      const args = ['--quiet', '--lang', 'lt', '--format', 'pdf,txt', '--out', earlier]
      const { code, stderr } = await runExport({ args, folder: checkout })
      expect(code).toBe(1)
      expect(stderr).toContain(line)
      await expectGood()
    })
  })

  test.skipIf(process.platform === 'win32')(
    'a browser that is killed while it prints the handout',
    async () => {
      const pid = path.join(folder, 'pid')
      const browser = path.join(folder, 'browser')
      const real = await getBrowser(() => {})
      writeFileSync(browser, `#!/bin/sh\necho $$ > '${pid}'\nexec '${real}' "$@"\n`, { mode: 0o755 })
      const { code, stderr } = await runExport({
        args: ['--lang', 'lt', '--format', 'pdf,handout,txt', '--out', earlier],
        env: { PUPPETEER_EXECUTABLE_PATH: browser },
        at: HANDOUT,
        act: () => process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL'),
      })
      expect(code).toBe(1)
      expect(stderr).toMatch(
        /dalomoji-medziaga\.pdf was not made: the browser ended before it was done .*\n$/,
      )
      await expectGood()
    },
  )

  test('a file that is written after the browser has ended, which says its own fault', async () => {
    const browser = await startBrowser()
    const ended = new Promise((resolve) => browser.once('disconnected', resolve))
    const make = async () => {
      await ended
      throw new Error('a slide has no title')
    }
    const document = { html: '<!doctype html><main class="slides"></main>', scale: 1 }
    const measured = [
      { name: 'a.pptx', make: async () => ({ pages: 0, bytes: new Uint8Array() }) },
      { name: 'a.txt', make },
    ]
    const printing = printDocuments({
      browser,
      rows: [[{ document, measured }]],
      scale: 1,
      onStart() {},
      onFile() {},
      onPrinted: () => void browser.close(),
    })
    await expect(printing).rejects.toThrow(/^a\.txt was not made: a slide has no title$/)
  })

  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 1],
  ] as const)('%s: no browser and no profile are left either', async (signal, wanted) => {
    const temporary = mkdtempSync(path.join(folder, 'tmp-'))
    const { code } = await runExport({
      args: ['--lang', 'lt', '--format', 'png', '--out', earlier],
      env: { TMPDIR: temporary },
      at: '02-sodai.png',
      act: (child) => child.kill(signal),
    })
    expect(code).toBe(wanted)
    await expectGood()
    expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx-'))).toEqual([])
    if (process.platform === 'linux') expect(listCommands()).not.toContain(temporary)
  })
})

/** The command lines of all that runs; what ends meanwhile cannot be read. */
function listCommands(): string {
  return execFileSync('sh', ['-c', 'cat /proc/[0-9]*/cmdline 2>/dev/null || true'], { encoding: 'utf8' })
}
