import { expect, test } from 'vitest'
import { SAMPLE } from '../../tests/sample-talk.ts'
import { repeatTalk } from './repeat-talk.ts'

test('a talk is repeated up to a number of slides, each with an id of its own', () => {
  const { slides } = SAMPLE.deck
  const ids = Object.keys(slides)
  const repeated = repeatTalk(SAMPLE, 2 * ids.length + 1)
  const found = Object.entries(repeated.deck.slides)
  expect(found.map(([id]) => id)).toEqual([...ids, ...ids.map((id) => `${id}-2`), `${ids[0]}-3`])
  expect(found.map(([, slide]) => slide)).toEqual([
    ...Object.values(slides),
    ...Object.values(slides),
    Object.values(slides)[0],
  ])
  expect(repeated.deck.minutes).toBe(2 * SAMPLE.deck.minutes + (Object.values(slides)[0]?.minutes ?? 0))
})
