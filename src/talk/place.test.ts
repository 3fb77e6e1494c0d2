import { expect, it } from 'vitest'
import { findNext, findPrevious } from './place.ts'

const OUTLINE = [
  { id: 'one', steps: 0 },
  { id: 'two', steps: 2 },
  { id: 'three', steps: 1 },
]

it('goes through all steps of a slide before the next slide, and stops at the end', () => {
  const way = ['one', 'two', 'two', 'two', 'three', 'three']
  const steps = [0, 0, 1, 2, 0, 1]
  way.forEach((slide, index) => {
    const next = way[index + 1]
    const expected = next === undefined ? undefined : { slide: next, step: steps[index + 1] }
    expect(findNext({ slide, step: steps[index] ?? 0 }, OUTLINE)).toEqual(expected)
  })
})

it('passes hidden slides by, and goes on from one that is shown', () => {
  const outline = [OUTLINE[0], { id: 'extra', steps: 1, hidden: true }, OUTLINE[1]].filter(
    (slide) => slide !== undefined,
  )
  expect(findNext({ slide: 'one', step: 0 }, outline)).toEqual({ slide: 'two', step: 0 })
  expect(findPrevious({ slide: 'two', step: 0 }, outline)).toEqual({ slide: 'one', step: 0 })
  expect(findNext({ slide: 'extra', step: 0 }, outline)).toEqual({ slide: 'extra', step: 1 })
  expect(findNext({ slide: 'extra', step: 1 }, outline)).toEqual({ slide: 'two', step: 0 })
  expect(findPrevious({ slide: 'extra', step: 0 }, outline)).toEqual({ slide: 'one', step: 0 })
})

it('goes back the same way, onto slides with all their steps taken, and stops at the beginning', () => {
  expect(findPrevious({ slide: 'three', step: 0 }, OUTLINE)).toEqual({ slide: 'two', step: 2 })
  expect(findPrevious({ slide: 'two', step: 2 }, OUTLINE)).toEqual({ slide: 'two', step: 1 })
  expect(findPrevious({ slide: 'two', step: 0 }, OUTLINE)).toEqual({ slide: 'one', step: 0 })
  expect(findPrevious({ slide: 'one', step: 0 }, OUTLINE)).toBeUndefined()
})
