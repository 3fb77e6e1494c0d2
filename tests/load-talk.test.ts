import { expect, test } from 'vitest'
import { chooseTalk } from '../scripts/load-talk.ts'
import { TALKS } from '../slides/index.ts'

test('the first talk is taken when none is named', async () => {
  const { talk, args } = chooseTalk(['--port', '1'])
  expect(args).toEqual(['--port', '1'])
  expect(talk.folder).toBe(`slides/${TALKS[0]}`)
  expect(await talk.load()).toMatchObject({ folder: talk.folder, deck: { slides: expect.any(Object) } })
})

test('a talk that there is not is refused with those that there are', () => {
  expect(() => chooseTalk(['--talk', 'nera'])).toThrow(
    `--talk does not know "nera"; it takes ${TALKS.join(', ')}`,
  )
})
