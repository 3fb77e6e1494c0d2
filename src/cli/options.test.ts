import { expect, test } from 'vitest'
import { createCommand } from './command.ts'
import { chooseSlides, listOption, outOption } from './options.ts'

const IDS = ['cover', 'beds', 'trees', 'end']

test.each([
  [undefined, IDS],
  ['end,2-3', ['beds', 'trees', 'end']],
  ['1, 1,cover', ['cover']],
])('of the slides, %s chooses, in running order', (list, chosen) => {
  expect(chooseSlides(list, IDS)).toEqual(chosen)
})

test.each(['fence', '3-5', '0', '3-2', ''])('“%s” is refused with the slides that there are', (list) => {
  expect(() => chooseSlides(list, IDS)).toThrow(
    `'--slides <list>' argument '${list}' is invalid. The slides are 1 cover, 2 beds, 3 trees, 4 end.`,
  )
})

const parse = (...args: string[]) =>
  createCommand('npm run grow', '')
    .addOption(listOption('--soil <list>', 'soils', ['loam', 'sand', 'clay']))
    .addOption(outOption('out'))
    .parse(args, { from: 'user' })
    .opts()

test('names of a list are returned in the order of all; without a list, all are', () => {
  expect(parse('--soil', 'clay, loam').soil).toEqual(['loam', 'clay'])
  expect(parse().soil).toEqual(['loam', 'sand', 'clay'])
})

test.each([
  [['--soil', 'loam,peat'], 'There is no "peat"; it takes loam, sand, clay.'],
  [['--out', '--soil'], 'It takes a folder, such as out.'],
  [['--out', ''], 'It takes a folder, such as out.'],
])('%j is refused with what is allowed', (args, message) => {
  expect(() => parse(...args)).toThrow(message)
})
