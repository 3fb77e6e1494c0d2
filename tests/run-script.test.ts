import { cp, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, editFile, runScript } from './copy-project.ts'
import { runExport } from './export-process.ts'
import deck from './fixtures/slides/sample/deck.ts'

let folder = ''
let checkout = ''
const current = () => path.join(checkout, '.cache', 'scripts', 'current.json')
const run = (folder: string) => runExport({ args: ['--help'], folder })
/** What the command answers; it names the talk that is in its sources. */
const help = (talk: string) => ({
  code: 0,
  stderr: '',
  stdout: expect.stringMatching(new RegExp(`^Usage: npm run [\\s\\S]* a folder of\\s+slides/: ${talk}\\s`)),
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'run-script-'))
  checkout = path.join(folder, 'a checkout')
  copyProject(checkout)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a script is compiled once, and again when a file it is made of has changed', async () => {
  expect(await run(checkout)).toEqual(help('sample'))
  const compiled = await readFile(current(), 'utf8')
  expect(await run(checkout)).toEqual(help('sample'))
  expect(await readFile(current(), 'utf8')).toBe(compiled)

  const index = path.join(checkout, 'slides', 'index.ts')
  editFile(index, "'sample'", "'other'")
  expect(await run(checkout)).toEqual(help('other'))
  expect(await readFile(current(), 'utf8')).not.toBe(compiled)
  editFile(index, "'other'", "'sample'")
})

test('a copy that is moved and edited makes its own files, whatever its times say', async () => {
  const [copy, moved] = [path.join(folder, 'copy'), path.join(folder, 'moved, and ž')]
  await cp(checkout, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  await rename(copy, moved)
  const index = path.join(moved, 'slides', 'index.ts')
  const { atime, mtime } = await stat(index)
  // As many letters, and the same time.
  editFile(index, "'sample'", "'simple'")
  await utimes(index, atime, mtime)
  expect(await run(moved)).toEqual(help('simple'))
})

test.each(['#', '?'])('a folder with %s in its path is refused with what to do', async (sign) => {
  const place = path.join(folder, `a${sign}b`)
  for (const part of ['scripts', 'src/disk'])
    await cp(path.join(checkout, part), path.join(place, part), { recursive: true })
  expect(await run(place)).toEqual({
    code: 1,
    stdout: '',
    stderr: `${place}: the tools can't read a folder with # or ? in its path; rename it, or move the project.\n`,
  })
})

test('where nothing can be kept it runs from its sources, and says that it is slower', async () => {
  await rm(path.join(checkout, '.cache'), { recursive: true, force: true })
  await writeFile(path.join(checkout, '.cache'), '')
  const out = path.join(folder, 'out')
  const args = ['--quiet', '--lang', 'lt', '--format', 'txt', '--slides', 'taryba', '--out', out]
  const { code, stderr } = await runExport({ args, folder: checkout })
  expect(stderr).toMatch(/^Runs slower, from its sources, as nothing can be kept in \.cache: .*\n$/)
  expect(code).toBe(0)
  expect(await readFile(path.join(out, `${deck.fileName.lt}.txt`), 'utf8')).toContain('Draugijos taryba')
  expect((await stat(path.join(checkout, '.cache'))).size).toBe(0)
})

test('an unknown script is refused with those there are', async () => {
  await expect(runScript(['nonsense'], checkout)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^run\.js does not know "nonsense"; it takes .*export, new, pdf, proof.*\n$/,
    ),
  })
})
