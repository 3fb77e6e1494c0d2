import { expect, test } from 'vitest'
import { cutLines } from './geometry.ts'

const SLIDE = { left: 0, top: 0, right: 1280, bottom: 720 }

test('lines are cut where the slide ends', () => {
  expect(cutLines('M0 5C5 5 5 1 10 1L2000 1', SLIDE)).toBe('M0 5C5 5 5 1 10 1L1280 1')
  expect(cutLines('M-10 10L10 10', SLIDE)).toBe('M0 10L10 10')
  expect(cutLines('M1300 10L1400 10', SLIDE)).toBe('')
  // Cuts the line that closes a path, too.
  expect(cutLines('M10 10L1300 10L1300 100L10 100z', SLIDE)).toBe('M10 10L1280 10M1280 100L10 100L10 10')
  expect(cutLines('M1300 10L1400 10L1400 90z', SLIDE)).toBe('')
  expect(cutLines('M10 10L20 10L20 20z', SLIDE)).toBe('M10 10L20 10L20 20z')
})
