import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { LAYOUTS } from './index.ts'

const FILES = Object.keys(LAYOUTS).flatMap((name) => {
  const folder = path.join(import.meta.dirname, name)
  const sources = readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file))
  return sources
    .map((file) => path.join(folder, file))
    .filter((file) => /extends SlideBase/.test(readFileSync(file, 'utf8')))
})

it.each([path.join(import.meta.dirname, '../deck/deck.ts'), ...FILES])(
  'each field of %s says what it is for',
  (file) => {
    const types = readFileSync(file, 'utf8').match(/^export interface .*?^\}/gms) ?? []
    const fields = types.flatMap((type) => [...type.matchAll(/^(.*)\n {2}readonly (\w+)/gm)])
    const silent = fields.filter(([, before = '', name]) => name !== 'layout' && !before.endsWith('*/'))
    expect(silent.map(([, , name]) => name)).toEqual([])
  },
)
