import { expect, test } from 'vitest'
import { createTalkCommand } from '../scripts/load-talk.ts'
import { TALKS } from '../slides/index.ts'
import { noBuildOption } from '../src/stage/options.ts'

const parse = (...args: string[]) =>
  createTalkCommand('npm start', '').addOption(noBuildOption()).parse(args, { from: 'user' }).opts().talk

test('the first talk is taken when none is named', async () => {
  const talk = parse()
  expect(talk.folder).toBe(`slides/${TALKS[0]}`)
  expect(await talk.load()).toMatchObject({ folder: talk.folder, deck: { slides: expect.any(Object) } })
})

test('a talk that there is not is refused with those that there are', () => {
  expect(() => parse('--talk', 'nera')).toThrow(
    `argument 'nera' is invalid. The talks are ${TALKS.join(', ')}.`,
  )
})

test('a talk that is named is not left unbuilt', () => {
  expect(() => parse('--talk', TALKS[0], '--no-build')).toThrow(
    "option '--no-build' cannot be used with option '--talk <name>'",
  )
  expect(() => parse('--no-build')).not.toThrow()
})

test('a talk can be repeated until it has so many slides', async () => {
  const { deck } = await parse('--talk', `${TALKS[0]}@100`).load()
  expect(Object.keys(deck.slides)).toHaveLength(100)
  expect(() => parse('--talk', `${TALKS[0]}@0`)).toThrow('The talks are')
})
