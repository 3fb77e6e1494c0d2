import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getOrCreate } from './cache.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cache-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const maker = () => {
  const made: string[] = []
  const make = (text: string) => async () => {
    made.push(text)
    return Buffer.from(text)
  }
  return { made, make }
}

test('a result is made once and read the next time', async () => {
  const { made, make } = maker()
  for (const _ of [1, 2])
    expect(Buffer.from(await getOrCreate(['a', 1], make('a'), folder)).toString()).toBe('a')
  expect(made).toEqual(['a'])
})

test('a change of the sources makes a new result', async () => {
  const { made, make } = maker()
  await getOrCreate(['a', { weight: 400 }], make('light'), folder)
  await getOrCreate(['a', { weight: 700 }], make('bold'), folder)
  expect(made).toEqual(['light', 'bold'])
})

test('a new result deletes those older than a month', async () => {
  const { make } = maker()
  await getOrCreate('old', make('old'), folder)
  const [name = ''] = await readdir(folder)
  await utimes(path.join(folder, name), new Date('2020-01-01'), new Date('2020-01-01'))
  await getOrCreate('new', make('new'), folder)
  const left = await readdir(folder)
  expect(left).toHaveLength(1)
  expect(await readFile(path.join(folder, left[0] ?? ''), 'utf8')).toBe('new')
})

test('a result that cannot be stored is still returned', async () => {
  const { make } = maker()
  const file = path.join(folder, 'a file, not a folder')
  await writeFile(file, '')
  expect(Buffer.from(await getOrCreate('a', make('a'), path.join(file, 'kept'))).toString()).toBe('a')
})
