import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../live/server/secret.ts'
import { openRunFile, type RunFileOptions } from './run-file.ts'

const HOUR = 3_600_000
const hash = () => hashSecret(makeSecret()).toString('base64url')
const HASHES = { keys: [hash(), hash()], codes: [hash()] }

let folder = ''
const reported: string[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-run-'))
  reported.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (options: Partial<RunFileOptions> = {}) =>
  openRunFile({
    folder: path.join(folder, 'runs'),
    room: 'main',
    port: 4173,
    talk: 'slides/sample',
    now: () => 100 * HOUR,
    report: (message) => reported.push(message),
    ...options,
  })

/** What a stage leaves behind that is killed; its process number may be that of the next one. */
const crash = (options: Partial<RunFileOptions> = {}) => open(options).keep(HASHES)

test('the keys of a stage that was killed are found, whatever number its process had', () => {
  expect(open().lost).toBeUndefined()
  crash()
  expect(open().lost).toEqual(HASHES)
})

test.each<[string, Partial<RunFileOptions>]>([
  ['another room', { room: 'side' }],
  ['another port', { port: 4174 }],
  ['another talk', { talk: 'slides/other' }],
  ['a talk of yesterday', { now: () => 113 * HOUR }],
])('keys of %s are not found', (_, options) => {
  crash()
  expect(open(options).lost).toBeUndefined()
})

test.each([101, 99])('a clock that was set in between (%i) loses no key', (hours) => {
  crash()
  expect(open({ now: () => hours * HOUR }).lost).toEqual(HASHES)
})

test('a stage that ended in order leaves nothing, and takes nobody else’s file away', () => {
  const [main, side] = [open(), open({ room: 'side' })]
  main.keep(HASHES)
  side.keep(HASHES)
  side.remove()
  expect(open().lost).toEqual(HASHES)
  // The next stage on this port has taken over, as in another container with the same folder.
  const next = open()
  next.keep({ keys: [], codes: [] })
  main.remove()
  expect(open().lost).toEqual({ keys: [], codes: [] })
  next.remove()
  expect(readdirSync(path.join(folder, 'runs'))).toEqual([])
})

test('a file that cannot be written is told once and stops nothing', () => {
  writeFileSync(path.join(folder, 'runs'), 'a file where the folder should be')
  const run = open()
  run.keep(HASHES)
  run.keep(HASHES)
  run.remove()
  expect(reported).toEqual([expect.stringMatching(/main-4173\.json cannot be written \(E.*The talk goes on/)])
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be read stops nothing either', () => {
  crash()
  chmodSync(path.join(folder, 'runs'), 0)
  expect(open().lost).toBeUndefined()
  chmodSync(path.join(folder, 'runs'), 0o755)
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"owner":"a","talk":"slides/sample","since":1,"keys":["short"],"codes":[]}',
])('an invalid file gives no keys: %s', (text) => {
  mkdirSync(path.join(folder, 'runs'))
  writeFileSync(path.join(folder, 'runs', 'main-4173.json'), text)
  expect(open().lost).toBeUndefined()
})
