import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSourceDate } from './source-date.ts'

test('SOURCE_DATE_EPOCH is the date', async () => {
  expect(await readSourceDate({ SOURCE_DATE_EPOCH: '1700000000' })).toEqual(new Date('2023-11-14T22:13:20Z'))
})

test('a SOURCE_DATE_EPOCH that is no number is refused', async () => {
  await expect(readSourceDate({ SOURCE_DATE_EPOCH: 'yesterday' })).rejects.toThrow(
    'SOURCE_DATE_EPOCH is "yesterday", which is no number of seconds since 1970',
  )
})

test('without git there is no date', async () => {
  expect(await readSourceDate({}, '/no/such/folder')).toBeUndefined()
})

test('somebody else’s repository around an unpacked archive gives no date', async () => {
  const theirs = mkdtempSync(path.join(tmpdir(), 'theirs-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=They', '-c', 'user.email=they@example.org', ...args], {
      cwd: theirs,
    })
  git('init', '--quiet')
  git('commit', '--quiet', '--allow-empty', '--message', 'theirs')
  mkdirSync(path.join(theirs, 'deck'))
  try {
    expect(await readSourceDate({}, theirs)).toBeInstanceOf(Date)
    expect(await readSourceDate({}, path.join(theirs, 'deck'))).toBeUndefined()
  } finally {
    rmSync(theirs, { recursive: true })
  }
})
