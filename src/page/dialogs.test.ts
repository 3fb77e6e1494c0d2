import { expect, test } from 'vitest'
import { SAMPLE } from '../../tests/sample-talk.ts'
import { repeatTalk } from '../bench/repeat-talk.ts'
import { renderJump } from './dialogs.ts'

test('where no slide matches, a short talk names its slides, and a long one their numbers', () => {
  const errorOf = (count: number) =>
    /role="alert"[^>]*>([^<]*)/.exec(renderJump(repeatTalk(SAMPLE, count).deck, 'en').markup)?.[1]
  expect(errorOf(9)).toMatch(/: 1\sGarden\sCity\sDay; 2\sThe\ssociety; .*; 9\sSee/)
  expect(errorOf(100)).toMatch(/: 1–100$/)
})
