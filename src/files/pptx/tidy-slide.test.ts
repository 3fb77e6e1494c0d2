import { expect, test } from 'vitest'
import type { Item } from './model.ts'
import { describeItems, inheritTitle } from './tidy-slide.ts'

const shape = (name: string, alternative: string): Item => ({
  kind: 'shape',
  name,
  area: { left: 0, top: 0, right: 1, bottom: 1 },
  geometry: { kind: 'rectangle', radius: 0 },
  alternative,
})

test('names and alternatives of objects may contain any characters', () => {
  const xml = '<p:cNvPr id="2" name="Logo (a+b)"/>'
  expect(describeItems(xml, [shape('Logo (a+b)', 'Costs $& more')])).toBe(
    '<p:cNvPr id="2" name="Logo (a+b)" descr="Costs $&amp; more"/>',
  )
})

test('unexpected output of the library is an error', () => {
  expect(() => describeItems('<p:cNvPr id="2" name="Dot"/>', [shape('Logo', 'A logo')])).toThrow('"Logo"')
  expect(() => inheritTitle('<p:sp></p:sp>')).toThrow('PptxGenJS wrote no title')
})
