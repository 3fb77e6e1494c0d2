import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Position } from '../protocol/position.ts'
import type { LiveState } from './client.ts'
import { shareStream } from './share-stream.ts'

const OUTLINE = [{ id: 'one', steps: 0 }]
const POSITION: Position = { run: 1, seq: 3, slide: 'one', step: 0, blank: false, sentAt: 100 }

/** A stream whose messages the test sends. */
class Stream {
  static all = new Set<Stream>()
  onmessage: ((event: { data: string }) => void) | undefined
  constructor() {
    Stream.all.add(this)
  }
  say(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
  close(): void {
    Stream.all.delete(this)
  }
}

/** The browser's channel between windows; a frozen window gets its messages when it thaws. */
class Windows extends EventTarget {
  static all = new Set<Windows>()
  #waiting: unknown[] | undefined
  constructor() {
    super()
    Windows.all.add(this)
  }
  postMessage(data: unknown): void {
    for (const other of Windows.all) if (other !== this) other.hear(structuredClone(data))
  }
  hear(data: unknown): void {
    if (this.#waiting === undefined) this.dispatchEvent(new MessageEvent('message', { data }))
    else this.#waiting.push(data)
  }
  freeze(): void {
    this.#waiting = []
  }
  thaw(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const data of waiting) this.hear(data)
  }
  close(): void {
    Windows.all.delete(this)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  Stream.all.clear()
  Windows.all.clear()
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('BroadcastChannel', Windows)
  vi.stubGlobal('location', { href: 'http://stage.example/en/presenter' })
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network')
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function openWindow() {
  const heard: [number, boolean][] = []
  const states: LiveState[] = []
  const shared = shareStream({
    address: '../live/main',
    outline: OUTLINE,
    onPosition: ({ seq }, joined) => heard.push([seq, joined]),
    onState: (state) => states.push(state),
  })
  return { ...shared, heard, states }
}

const pass = (time: number) => vi.advanceTimersByTimeAsync(time)

/** The one stream that is open, when there is one only. */
function findStream(): Stream {
  const [stream, ...more] = Stream.all
  if (stream === undefined || more.length > 0) throw new Error(`${Stream.all.size} streams are open`)
  return stream
}

it('is one for all windows of a browser; all hear every position and how the stream is', async () => {
  const windows = [openWindow(), openWindow(), openWindow()]
  await pass(2000)
  findStream().say(POSITION)
  findStream().say({ ...POSITION, seq: 4 })
  findStream().say({ ended: true })
  for (const { heard, states } of windows) {
    expect(heard).toEqual([
      [3, true],
      [4, false],
    ])
    expect(states).toEqual(['connecting', 'live', 'ended'])
  }
})

it('is there for a window that opens later, which hears where the talk is', async () => {
  openWindow()
  await pass(400)
  findStream().say(POSITION)
  const late = openWindow()
  expect(late.heard).toEqual([[3, true]])
  expect(late.states).toEqual(['connecting', 'live'])
  await pass(5000)
  findStream()
})

it('tells every window when it has been joined anew, as a stage that was restarted has lost its position', async () => {
  openWindow()
  const other = openWindow()
  await pass(2000)
  findStream().say(POSITION)
  window.dispatchEvent(new Event('online'))
  findStream().say({ ...POSITION, seq: 0, sentAt: 0 })
  expect(other.heard.at(-1)).toEqual([0, true])
})

it('goes over to one other window when its own is closed', async () => {
  const windows = [openWindow(), openWindow(), openWindow()]
  await pass(2000)
  findStream().say(POSITION)
  for (const { close } of windows.slice(0, 2)) {
    close()
    await pass(400)
    findStream().say(POSITION)
  }
  expect(windows.at(-1)?.states.at(-1)).toBe('live')
})

it('goes over within two seconds when its window is frozen, and is one again when that thaws', async () => {
  openWindow()
  await pass(400)
  const [frozen] = Windows.all
  const [one, other] = [openWindow(), openWindow()]
  frozen?.freeze()
  await pass(2000)
  expect(Stream.all.size).toBe(2)
  const [, taken] = Stream.all
  taken?.say(POSITION)
  expect([one.heard, other.heard]).toEqual([[[3, true]], [[3, true]]])
  frozen?.thaw()
  await pass(2000)
  findStream()
})

it('loses no move when two windows have one, and the other has brought the later', async () => {
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.5).mockReturnValueOnce(0.9)
  const one = openWindow()
  await pass(400)
  findStream().say(POSITION)
  const [frozen] = Windows.all
  frozen?.freeze()
  const other = openWindow()
  await pass(400)
  const [kept, given] = Stream.all
  given?.say(POSITION)
  given?.say({ ...POSITION, seq: 4 })
  frozen?.thaw()
  expect([...Stream.all]).toEqual([kept])
  // The stage is gone now: a console with the earlier move would bring it back.
  expect([one.heard.at(-1), other.heard.at(-1)]).toEqual([
    [4, false],
    [4, false],
  ])
})

it('is each window’s own in a browser without a channel', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  openWindow()
  openWindow()
  expect(Stream.all.size).toBe(2)
})
