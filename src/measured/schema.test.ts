import { expect, test } from 'vitest'
import { parseMeasured } from './measured-slide.ts'
import { list, number, object, oneOf, optional, text, variants } from './schema.ts'

test('parses a value of the right shape and drops other fields', () => {
  const parse = object({ name: text, sizes: list(number), unit: optional(oneOf('px', 'em')) })
  expect(parse({ name: 'a', sizes: [1, 2], unit: null, more: 1 }, 'it')).toEqual({
    name: 'a',
    sizes: [1, 2],
    unit: null,
  })
})

test('names the wrong part and what it takes', () => {
  const parse = variants({ dot: object({ radius: number }) })
  expect(() => parse({ kind: 'dot', radius: '1' }, 'it')).toThrow('it.radius is "1"; it takes a number')
  expect(() => parse({ kind: 'line' }, 'it')).toThrow('it.kind is "line"; it takes one of dot')
  expect(() => parseMeasured([{ id: 'a' }])).toThrow('slides[0].layout is undefined; it takes a text')
})
