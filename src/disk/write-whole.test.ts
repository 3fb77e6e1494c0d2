import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWhole } from './write-whole.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'write-whole-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

test('a file is written with the folders it needs, and nothing beside it, or replaced', () => {
  const file = path.join(folder, 'a', 'b', 'talk.pdf')
  for (const text of ['an older, longer one', 'new']) {
    writeWhole(file, bytes(text))
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
  expect(readdirSync(path.dirname(file))).toEqual(['talk.pdf'])
})

test('the error for a file in the folder’s place says what to do, and the file stays', () => {
  const inTheWay = path.join(folder, 'out')
  writeFileSync(inTheWay, 'good')
  expect(() => writeWhole(path.join(inTheWay, 'talk.pdf'), bytes('new'))).toThrow(
    /talk\.pdf was not written: there is a file where .* choose another folder \(EEXIST\)$/,
  )
  expect(() => writeWhole(path.join(inTheWay, 'deeper', 'talk.pdf'), bytes('new'))).toThrow(/\(ENOTDIR\)$/)
  expect(readFileSync(inTheWay, 'utf8')).toBe('good')
})

test('a failure at the very end leaves no unfinished file', () => {
  const file = path.join(folder, 'talk.pdf')
  mkdirSync(path.join(file, 'full'), { recursive: true })
  expect(() => writeWhole(file, bytes('new'))).toThrow('talk.pdf was not written')
  expect(readdirSync(folder)).toEqual(['talk.pdf'])
})
