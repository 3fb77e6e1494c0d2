import { expect, test } from 'vitest'
import { createTalkCommand } from '../scripts/load-talk.ts'
import { addExport } from '../src/files/export-command.ts'
import { FORMATS, type Format } from '../src/files/formats/formats.ts'

const parse = (formats: readonly Format[], ...args: string[]) =>
  addExport(createTalkCommand('npm run export', ''), formats)
    .action(() => {})
    .parse(args, { from: 'user' })
    .opts()

test('the short form makes its own formats, unless told others; each slide once, without notes', () => {
  expect(parse(FORMATS)).toMatchObject({ format: FORMATS, steps: 'last', scale: 1, out: 'out' })
  expect(parse(FORMATS)).not.toHaveProperty('notes')
  expect(parse(['pdf']).format).toEqual(['pdf'])
  expect(parse(['pdf'], '--format', 'txt').format).toEqual(['txt'])
})

test.each(['big', '9', '0.1'])('pictures %s times as large are refused', (scale) => {
  expect(() => parse(FORMATS, '--scale', scale)).toThrow('It takes a number from 0.25 to 4.')
})
