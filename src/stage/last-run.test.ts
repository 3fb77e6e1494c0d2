import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../live/server/secret.ts'
import { findLostKeys, forgetRun, keepRun } from './last-run.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'deck-run-'))
const file = path.join(folder, '.run.json')
const HOUR = 3_600_000
const secret = makeSecret()
const key = { hash: hashSecret(secret), since: 1000 }
afterAll(() => rmSync(folder, { recursive: true }))

/** The id of a process that has ended. */
const ENDED = spawnSync(process.execPath, ['-e', '']).pid

/** Writes the file that a killed stage leaves behind. */
function crash(): void {
  keepRun(folder, { room: 'main', keys: [key] })
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), process: ENDED }))
}

test('the keys of a stage that was killed are found, those of one that runs are not', () => {
  keepRun(folder, { room: 'main', keys: [key] })
  expect(findLostKeys(folder, { room: 'main', now: 2000 })).toEqual([])
  crash()
  expect(findLostKeys(folder, { room: 'main', now: 2000 })).toEqual([key])
})

test('keys of another room, from yesterday or from tomorrow are not found', () => {
  crash()
  expect(findLostKeys(folder, { room: 'other', now: 2000 })).toEqual([])
  expect(findLostKeys(folder, { room: 'main', now: 13 * HOUR })).toEqual([])
  expect(findLostKeys(folder, { room: 'main', now: 999 })).toEqual([])
})

test('a stage that exited normally leaves no keys', () => {
  crash()
  forgetRun(folder)
  expect(findLostKeys(folder, { room: 'main', now: 2000 })).toEqual([])
})

test('the file holds no secret', () => {
  keepRun(folder, { room: 'main', keys: [key] })
  expect(readFileSync(file, 'utf8')).not.toContain(secret)
})

test.each(['', '{', 'null', '[]', `{"room":"main","process":${ENDED},"keys":[{"hash":"short","since":1}]}`])(
  'an invalid file gives no keys: %s',
  (text) => {
    writeFileSync(file, text)
    expect(findLostKeys(folder, { room: 'main', now: 2000 })).toEqual([])
  },
)
