import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LAYOUTS } from './index.ts'

test('each layout is a folder with its module, its style and its test, and each folder is a layout', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(folders.toSorted()).toEqual(Object.keys(LAYOUTS).toSorted())
  for (const name of folders) {
    expect(readdirSync(new URL(`${name}/`, import.meta.url))).toEqual(
      expect.arrayContaining([`${name}.ts`, `${name}.test.ts`, 'style.css']),
    )
  }
})
