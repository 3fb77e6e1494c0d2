import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChannelMessage } from '../../live/browser/channel.ts'
import type { Position, Write } from '../../live/protocol/position.ts'
import { createDriver } from './driver.ts'
import type { WriteAnswer } from './post-write.ts'

const START: Position = { run: 1, seq: 3, slide: 'one', step: 0, blank: false, sentAt: 100 }

/** Where the room is after another driver's move. */
const at = (seq: number, slide: string): Position => ({ ...START, seq, slide, sentAt: 300 })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

interface Options {
  readonly steers?: boolean
  readonly connected?: boolean
}

/** A driver that writes to a room, which answers when the test says so; without the key it has none. */
function setUp(position = START, { steers = true, connected = steers }: Options = {}) {
  const said: ChannelMessage[] = []
  const shown: Position[] = []
  const writes: Write[] = []
  const answers: ((answer: WriteAnswer) => void)[] = []
  let refused = 0
  const driver = createDriver({
    position,
    channel: { send: (message) => said.push(message) },
    steers: () => steers,
    onPosition: (next) => shown.push(next),
    onRefused: () => refused++,
  })
  const send = (write: Write) => {
    writes.push(write)
    return new Promise<WriteAnswer>((resolve) => answers.push(resolve))
  }
  if (connected) driver.connect(send)
  return {
    driver,
    send,
    said,
    shown,
    writes,
    refusals: () => refused,
    async answer(answer: WriteAnswer) {
      answers.shift()?.(answer)
      await new Promise((resolve) => setImmediate(resolve))
    },
    last: () => shown.at(-1),
  }
}

function confirm(write: Write | undefined, sentAt = 200): Position {
  if (write === undefined) throw new Error('nothing was written')
  const { seen: _, run = 0, ...position } = write
  return { ...position, run, sentAt }
}

describe('a move', () => {
  it('is shown and sent to the windows at once, and names the position it saw', () => {
    const { driver, said, last, writes } = setUp()
    driver.move({ slide: 'two' })
    const position = { ...START, seq: 4, slide: 'two', sentAt: 0 }
    expect(last()).toEqual(position)
    expect(said).toEqual([{ type: 'position', position }])
    expect(writes).toEqual([{ run: 1, seen: 3, seq: 4, slide: 'two', step: 0, blank: false }])
  })

  it('to the same place is ignored', () => {
    const { driver, said, shown } = setUp()
    driver.move({ slide: 'one', step: 0 })
    expect([said, shown]).toEqual([[], []])
  })

  it('waits for the one before it; of several only the newest is written', async () => {
    const { driver, writes, answer, last } = setUp()
    for (const each of [{ slide: 'two' }, { step: 1 }, { step: 2 }]) driver.move(each)
    expect(writes.length).toBe(1)
    await answer({ kind: 'accepted', position: confirm(writes[0]) })
    // The answer to the first move does not undo the others.
    expect(last()).toMatchObject({ seq: 6, step: 2 })
    expect(writes[1]).toEqual({ run: 1, seen: 4, seq: 6, slide: 'two', step: 2, blank: false })
    await answer({ kind: 'accepted', position: confirm(writes[1]) })
    expect(last()).toEqual({ run: 1, seq: 6, slide: 'two', step: 2, blank: false, sentAt: 200 })
    expect(writes.length).toBe(2)
  })

  it('works without any room, and is written when there is one', () => {
    const { driver, send, writes, last } = setUp(START, { connected: false })
    driver.move({ slide: 'two' })
    driver.move({ step: 1 })
    expect(last()).toMatchObject({ run: 1, seq: 5, slide: 'two', step: 1 })
    driver.connect(send)
    expect(writes).toEqual([{ run: 1, seen: 3, seq: 5, slide: 'two', step: 1, blank: false }])
  })
})

describe('two drivers', () => {
  it('never fight: the later one shows the newer position, also in its other windows', async () => {
    const { driver, answer, last, said, writes } = setUp()
    driver.move({ slide: 'two' })
    driver.move({ step: 1 })
    const newer = at(4, 'three')
    await answer({ kind: 'newer', position: newer })
    expect(last()).toEqual(newer)
    expect(said.at(-1)).toEqual({ type: 'correction', position: newer })
    expect(writes.length).toBe(1)
  })

  it('show a newer position that arrives during their own write', () => {
    const { driver, last } = setUp()
    driver.move({ slide: 'two' })
    driver.hearRoom(at(4, 'three'), false)
    expect(last()).toEqual(at(4, 'three'))
  })

  it('do not undo a write that falls between two quick keys of the other', async () => {
    const { driver, answer, last, said, writes } = setUp()
    for (const each of [{ slide: 'two' }, { step: 1 }, { step: 2 }]) driver.move(each)
    await answer({ kind: 'accepted', position: confirm(writes[0]) })
    // The room's seq is now above `seen` and below the driver's own seq.
    expect(writes[1]).toMatchObject({ run: 1, seen: 4, seq: 6 })
    const between = at(5, 'three')
    await answer({ kind: 'newer', position: between })
    expect(last()).toEqual(between)
    expect(said.at(-1)).toEqual({ type: 'correction', position: between })
    expect(writes.length).toBe(2)
  })

  it('ignore an answer that is older than the stream’s position', async () => {
    const { driver, answer, last, said, writes } = setUp()
    driver.move({ slide: 'two' })
    driver.hearRoom(at(5, 'four'), false)
    await answer({ kind: 'newer', position: at(4, 'three') })
    expect(last()).toMatchObject({ run: 1, seq: 5, slide: 'four' })
    expect(said.some(({ type }) => type === 'correction')).toBe(false)
    driver.move({ step: 1 })
    driver.hearRoom(at(7, 'five'), false)
    await answer({ kind: 'accepted', position: confirm(writes[1], 450) })
    driver.move({ step: 1 })
    expect(writes[2]).toEqual({ run: 1, seen: 7, seq: 8, slide: 'five', step: 1, blank: false })
  })

  it('in one browser lose no key, whichever of them writes first', async () => {
    const { driver, answer, last, said, writes } = setUp()
    for (const each of [{ slide: 'two' }, { step: 1 }, { step: 2 }]) driver.move(each)
    // The other window was faster and has written the first two keys at once.
    await answer({ kind: 'newer', position: { ...at(5, 'two'), step: 1 } })
    expect(last()).toMatchObject({ seq: 6, step: 2 })
    expect(said.some(({ type }) => type === 'correction')).toBe(false)
    expect(writes[1]).toEqual({ run: 1, seen: 5, seq: 6, slide: 'two', step: 2, blank: false })
  })

  it('in one browser may write the same move twice', async () => {
    const { driver, answer, last, said, writes } = setUp()
    driver.move({ slide: 'two' })
    await answer({ kind: 'newer', position: confirm(writes[0]) })
    expect(last()).toEqual(confirm(writes[0]))
    expect(said.length).toBe(1)
  })
})

describe('a lost connection', () => {
  it('keeps the newest move and tries it again, one attempt at a time', async () => {
    const { driver, answer, writes } = setUp()
    driver.move({ slide: 'two' })
    await answer({ kind: 'failed', fault: 'unreachable' })
    driver.move({ step: 1 })
    await answer({ kind: 'failed', fault: 'unreachable' })
    expect(vi.getTimerCount()).toBe(1)
    vi.runOnlyPendingTimers()
    expect(writes.at(-1)).toEqual({ run: 1, seen: 3, seq: 5, slide: 'two', step: 1, blank: false })
  })

  const EMPTY: Position = { run: 0, seq: 0, slide: 'one', step: 0, blank: false, sentAt: 0 }

  it('ends with a write of the position that a restarted room has lost, in a new run', () => {
    const before = { ...START, seq: 9, slide: 'two' }
    const { driver, said, writes } = setUp(before)
    expect(writes).toEqual([])
    driver.hearRoom(EMPTY, true)
    const run = writes[0]?.run ?? 0
    expect(run).toBeGreaterThan(1)
    expect(writes).toEqual([{ run, seen: 0, seq: 9, slide: 'two', step: 0, blank: false }])
    // The other windows know the run too, so that they take what comes next.
    expect(said).toEqual([{ type: 'position', position: { ...before, run, sentAt: 0 } }])
  })

  it('is noticed by the answer to a write, too', async () => {
    const { driver, writes, answer, last } = setUp()
    driver.move({ slide: 'two' })
    await answer({ kind: 'newer', position: EMPTY })
    expect(writes[1]).toMatchObject({ seen: 0, seq: 4, slide: 'two' })
    expect(writes[1]?.run).toBeGreaterThan(1)
    await answer({ kind: 'accepted', position: confirm(writes[1]) })
    expect(last()).toEqual(confirm(writes[1]))
    expect(writes.length).toBe(2)
  })

  it('keeps the moves made meanwhile, even if another driver restores the room first', async () => {
    const { driver, send, writes, said, last, answer } = setUp()
    const before = { ...START, seq: 4, slide: 'two' }
    driver.hearRoom(before, false)
    driver.connect(undefined)
    driver.move({ slide: 'three' })
    driver.connect(send)
    driver.hearRoom(EMPTY, true)
    await answer({ kind: 'newer', position: { ...before, run: 50, sentAt: 300 } })
    expect(last()).toMatchObject({ run: 50, slide: 'three' })
    // The windows go along, though their run is higher.
    expect(said.at(-1)).toMatchObject({ type: 'correction', position: { run: 50, slide: 'three' } })
    expect(writes.at(-1)).toEqual({ run: 50, seen: 4, seq: 5, slide: 'three', step: 0, blank: false })
  })

  it('takes its windows along when the other driver’s run is lower, as clocks differ', async () => {
    const { driver, writes, said, answer } = setUp({ ...START, run: 70 })
    driver.hearRoom(EMPTY, true)
    await answer({ kind: 'newer', position: { ...START, run: 71, sentAt: 300 } })
    expect(writes[0]?.run).toBeGreaterThan(71)
    expect(said.at(-1)).toMatchObject({ type: 'correction', position: { run: 71, seq: 3 } })
  })

  it('does not hide the moves of another driver in the restarted room, whatever its clock says', () => {
    const { driver, last } = setUp({ ...START, run: 7000, seq: 40 })
    const other = { run: 3000, seq: 1, slide: 'three', step: 0, blank: false, sentAt: 3000 }
    driver.hearRoom(other, true)
    expect(last()).toEqual(other)
  })

  it('is not assumed from an old echo on a lasting connection', () => {
    const { driver, writes } = setUp({ ...START, seq: 9 })
    driver.hearRoom({ ...START, seq: 8, sentAt: 90 }, false)
    expect(writes).toEqual([])
  })
})

it('stops writing with a key that is refused, and goes on with another', async () => {
  const { driver, send, answer, refusals, writes } = setUp()
  driver.move({ slide: 'two' })
  await answer({ kind: 'refused' })
  expect(refusals()).toBe(1)
  driver.move({ step: 1 })
  expect(writes.length).toBe(1)
  driver.connect(send)
  expect(writes.at(-1)).toEqual({ run: 1, seen: 3, seq: 5, slide: 'two', step: 1, blank: false })
})

describe('the windows of one browser', () => {
  it('answer a newcomer', () => {
    const { driver, said } = setUp()
    driver.hearWindow({ type: 'ask' })
    expect(said).toEqual([{ type: 'position', position: START }])
  })

  it('are followed, and a window writes what another could not', () => {
    const { driver, last, said, writes } = setUp()
    const position = { ...START, seq: 4, slide: 'two', sentAt: 0 }
    driver.hearWindow({ type: 'position', position })
    expect(last()).toEqual(position)
    expect(said).toEqual([])
    expect(writes).toEqual([{ run: 1, seen: 3, seq: 4, slide: 'two', step: 0, blank: false }])
  })

  it('get the current position when they move from an old one', () => {
    const { driver, said, shown } = setUp()
    driver.hearWindow({ type: 'position', position: { ...START, seq: 2, sentAt: 0 } })
    expect(shown).toEqual([])
    expect(said).toEqual([{ type: 'position', position: START }])
  })

  it('go where a key in the hall asks for, and only from where the talk is', () => {
    const { driver, last, said } = setUp()
    const wish = { ...START, seq: 4, slide: 'two', sentAt: 0 }
    driver.hearWindow({ type: 'wish', position: wish })
    expect(last()).toEqual(wish)
    expect(said).toEqual([{ type: 'position', position: wish }])
    // A second console in this browser hears the same wish and has moved already.
    driver.hearWindow({ type: 'wish', position: wish })
    expect(last()).toEqual(wish)
    expect(said.at(-1)).toEqual({ type: 'position', position: wish })
  })

  it('change the hall’s language as they change the slide', () => {
    const { driver, writes, last } = setUp()
    driver.move({ hallLanguage: 'en' })
    driver.move({ hallLanguage: 'en' })
    expect(last()).toMatchObject({ seq: 4, hallLanguage: 'en' })
    expect(writes).toEqual([
      { run: 1, seen: 3, seq: 4, slide: 'one', step: 0, blank: false, hallLanguage: 'en' },
    ])
  })

  it('take a correction whatever its number', () => {
    const { driver, last } = setUp({ ...START, seq: 9, sentAt: 0 })
    const position = at(4, 'three')
    driver.hearWindow({ type: 'correction', position })
    expect(last()).toEqual(position)
  })
})

describe('a console without the key', () => {
  it('moves nothing, tells nobody where it is, and takes no key from the hall', () => {
    const { driver, said, shown } = setUp(START, { steers: false })
    driver.move({ slide: 'two' })
    driver.hearWindow({ type: 'ask' })
    driver.hearWindow({ type: 'wish', position: { ...START, seq: 4, slide: 'two', sentAt: 0 } })
    driver.hearWindow({ type: 'position', position: { ...START, seq: 1 } })
    expect([said, shown]).toEqual([[], []])
  })

  it('shows where the room and the other windows are', () => {
    const { driver, last } = setUp({ ...START, seq: 9, sentAt: 0 }, { steers: false })
    const room = at(4, 'two')
    driver.hearRoom(room, true)
    expect(last()).toEqual(room)
    const next = { ...room, seq: 5, slide: 'three', sentAt: 0 }
    driver.hearWindow({ type: 'position', position: next })
    expect(last()).toEqual(next)
  })
})
