import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getOrCreate } from './cache.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cache-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const make = (text: string) => vi.fn(async () => Buffer.from(text))

test('a result is made once and read the next time, until its sources change', async () => {
  const [light, bold] = [make('light'), make('bold')]
  for (const _ of [1, 2]) expect(`${await getOrCreate(['a', { weight: 400 }], light, folder)}`).toBe('light')
  expect(light).toHaveBeenCalledOnce()
  expect(`${await getOrCreate(['a', { weight: 700 }], bold, folder)}`).toBe('bold')
})

test('a new result deletes those older than a month', async () => {
  await getOrCreate('old', make('old'), folder)
  const [name = ''] = await readdir(folder)
  await utimes(path.join(folder, name), new Date('2020-01-01'), new Date('2020-01-01'))
  await getOrCreate('new', make('new'), folder)
  const left = await readdir(folder)
  expect(left).toHaveLength(1)
  expect(await readFile(path.join(folder, left[0] ?? ''), 'utf8')).toBe('new')
})

test('a result that cannot be stored is still returned', async () => {
  const file = path.join(folder, 'a file, not a folder')
  await writeFile(file, '')
  expect(`${await getOrCreate('a', make('a'), path.join(file, 'kept'))}`).toBe('a')
})
