import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, editFile } from './copy-project.ts'
import { runExport } from './export-process.ts'
import deck from './fixtures/slides/sample/deck.ts'

let folder = ''
let checkout = ''
const current = () => path.join(checkout, '.cache', 'scripts', 'current.json')
const out = () => path.join(folder, 'out')
const run = (...args: string[]) => runExport({ args, folder: checkout })
const exportText = (folder = checkout) => {
  const args = ['--quiet', '--lang', 'lt', '--format', 'txt', '--slides', 'taryba', '--out', out()]
  return runExport({ args, folder })
}
const readText = () => readFile(path.join(out(), `${deck.fileName.lt}.txt`), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'run-script-'))
  checkout = path.join(folder, 'a checkout')
  copyProject(checkout)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a script is compiled once, and again when a file it is made of has changed', async () => {
  const help = { code: 0, stderr: '', stdout: expect.stringMatching(/^Usage: npm run /) }
  expect(await run('--help')).toEqual(help)
  const compiled = await readFile(current(), 'utf8')
  expect(await run('--help')).toEqual(help)
  expect(await readFile(current(), 'utf8')).toBe(compiled)

  const slide = path.join(checkout, 'slides', 'sample', 'taryba.ts')
  editFile(slide, 'Draugijos taryba', 'Valdyba pasikeitė')
  expect(await exportText()).toMatchObject({ code: 0, stderr: '' })
  expect(await readText()).toContain('Valdyba pasikeitė')
  editFile(slide, 'Valdyba pasikeitė', 'Draugijos taryba')
})

test('a copy that is moved and edited makes its own files, whatever its times say', async () => {
  const [copy, moved] = [path.join(folder, 'copy'), path.join(folder, 'moved, and ž')]
  await cp(checkout, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  await rename(copy, moved)
  const slide = path.join(moved, 'slides', 'sample', 'taryba.ts')
  const { atime, mtime } = await stat(slide)
  // As many letters, and the same time.
  editFile(slide, 'Draugijos taryba', 'Draugijos tarėja')
  await utimes(slide, atime, mtime)
  expect(await exportText(moved)).toMatchObject({ code: 0, stderr: '' })
  expect(await readText()).toContain('Draugijos tarėja')
})

test.each(['#', '?'])('a folder with %s in its path is refused with what to do', async (sign) => {
  const place = path.join(folder, `a${sign}b`)
  await cp(path.join(checkout, 'scripts'), path.join(place, 'scripts'), { recursive: true })
  await cp(path.join(checkout, 'src'), path.join(place, 'src'), { recursive: true })
  expect(await runExport({ args: ['--help'], folder: place })).toEqual({
    code: 1,
    stdout: '',
    stderr: `${place}: the tools can't read a folder with # or ? in its path; rename it, or move the project.\n`,
  })
})

test('where nothing can be kept it runs from its sources, and says that it is slower', async () => {
  await rm(path.join(checkout, '.cache'), { recursive: true, force: true })
  await writeFile(path.join(checkout, '.cache'), '')
  const { code, stderr } = await exportText()
  expect(stderr).toMatch(/^Runs slower, from its sources, as nothing can be kept in \.cache: .*\n$/)
  expect(code).toBe(0)
  expect(await readText()).toContain('Draugijos taryba')
  expect((await stat(path.join(checkout, '.cache'))).size).toBe(0)
})

test('an unknown script is refused with those there are', async () => {
  const failed = promisify(execFile)(process.execPath, ['scripts/run.js', 'nonsense'], { cwd: checkout })
  await expect(failed).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^run\.js does not know "nonsense"; it takes .*export, new, pdf, proof.*\n$/,
    ),
  })
})
