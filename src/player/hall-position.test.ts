import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Position } from '../live/protocol/position.ts'
import { createHallPosition } from './hall-position.ts'

/** Where the room was when the stage went away. */
const ROOM: Position = { run: 1, seq: 3, slide: 'one', step: 0, blank: false, sentAt: 100 }
/** The console's move that no stage has taken. */
const MOVE: Position = { ...ROOM, seq: 4, slide: 'two', sentAt: 0 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A hall that shows the console's move, and hears the room again. */
function comeBack() {
  const shown: string[] = []
  const ask = vi.fn()
  const hall = createHallPosition({ ask, onPosition: ({ slide }) => shown.push(slide) })
  hall.hearRoom(ROOM)
  hall.hearWindow({ type: 'position', position: MOVE })
  hall.hearRoom(ROOM)
  return { ...hall, ask, shown }
}

describe('a hall that comes back', () => {
  it('keeps the move that a console of this browser will write', () => {
    const { hearWindow, shown, ask } = comeBack()
    expect(ask).toHaveBeenCalledOnce()
    hearWindow({ type: 'position', position: MOVE })
    vi.runAllTimers()
    expect(shown).toEqual(['one', 'two'])
  })

  it('shows where the room is when no console answers', () => {
    const { shown } = comeBack()
    vi.runAllTimers()
    expect(shown).toEqual(['one', 'two', 'one'])
  })

  it('never goes back to an old place when the room has moved on meanwhile', () => {
    const { hearRoom, shown } = comeBack()
    hearRoom({ ...ROOM, seq: 5, slide: 'three', sentAt: 200 })
    vi.runAllTimers()
    expect(shown).toEqual(['one', 'two', 'three'])
  })

  it('does not take a restarted room’s word for the beginning', () => {
    const { hearRoom, hearWindow, shown } = comeBack()
    hearRoom({ ...ROOM, run: 0, seq: 0, sentAt: 0 })
    hearWindow({ type: 'position', position: { ...MOVE, run: 9 } })
    vi.runAllTimers()
    expect(shown).toEqual(['one', 'two', 'two'])
  })
})
