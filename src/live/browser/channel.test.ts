import { describe, expect, it } from 'vitest'
import { OUTLINE, POSITION } from '../../../tests/live-page.ts'
import { type Position, supersedes } from '../protocol/position.ts'
import { parseChannelMessage } from './channel.ts'

describe('a window’s message', () => {
  it.each([
    { type: 'position', position: POSITION },
    { type: 'correction', position: { ...POSITION, sentAt: 1_700_000_000_000 } },
    { type: 'ask' },
    { type: 'wish', position: { ...POSITION, hallLanguage: 'en' } },
  ])('is accepted: $type', (message) => {
    expect(parseChannelMessage(message, OUTLINE)).toEqual(message)
  })

  it('is stripped of unknown fields', () => {
    const message = { type: 'ask', position: POSITION, more: true }
    expect(parseChannelMessage(message, OUTLINE)).toEqual({ type: 'ask' })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ask'],
    ['no type', {}],
    ['an unknown type', { type: 'reload' }],
    ['a position without a place', { type: 'position' }],
    ['a position on a slide the deck has not', { type: 'position', position: { ...POSITION, slide: 'x' } }],
  ])('is refused when it is %s', (_what, message) => {
    expect(parseChannelMessage(message, OUTLINE)).toBeUndefined()
  })
})

describe('of two positions a window keeps', () => {
  const at = (seq: number, sentAt: number, run = 1): Position => ({ ...POSITION, run, seq, sentAt })

  it.each([
    ['the higher number', at(4, 0), at(3, 0), true],
    ['a driver’s own over the server’s last', at(4, 0), at(3, 100), true],
    ['not the server’s echo of an earlier write over a driver’s own', at(4, 100), at(5, 0), false],
    ['the server’s word for a driver’s own', at(5, 100), at(5, 0), true],
    ['not a driver’s own over the server’s word for it', at(5, 0), at(5, 100), false],
    ['not the same again', at(5, 100), at(5, 100), false],
    ['the later run of a room', at(1, 0, 2), at(5, 100), true],
    ['not an earlier run, as of a window that was asleep', at(5, 100), at(1, 0, 2), false],
    ['not a server’s beginning', at(0, 0), at(5, 100), false],
  ])('%s', (_what, next, shown, stands) => {
    expect(supersedes(next, shown)).toBe(stands)
  })
})
