import { beforeEach, expect, it, vi } from 'vitest'
import { OUTLINE, POSITION, Stream, stubPage } from '../../../tests/live-page.ts'
import type { LiveState } from './client.ts'
import { shareStream } from './share-stream.ts'

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

stubPage()
beforeEach(() => {
  Windows.all.clear()
  vi.stubGlobal('BroadcastChannel', Windows)
})

function openWindow() {
  const heard: [number, boolean][] = []
  const states: LiveState[] = []
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  shareStream({
    address: '../live/main',
    outline: OUTLINE,
    onPosition: ({ seq }, joined) => heard.push([seq, joined]),
    onState: (state) => states.push(state),
  })
  const channel = [...Windows.all].at(-1)
  const close = () => {
    page.dispatchEvent(new Event('pagehide'))
    channel?.close()
  }
  return { close, heard, states }
}

const pass = (time: number) => vi.advanceTimersByTimeAsync(time)

const listOpen = () => Stream.all.filter(({ open }) => open)

/** The one stream that is open, when there is one only. */
function findStream(): Stream {
  const [stream, ...more] = listOpen()
  if (stream === undefined || more.length > 0) throw new Error(`${listOpen().length} streams are open`)
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
  expect(listOpen()).toHaveLength(2)
  const [, taken] = listOpen()
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
  const [kept, given] = listOpen()
  given?.say(POSITION)
  given?.say({ ...POSITION, seq: 4 })
  frozen?.thaw()
  expect(listOpen()).toEqual([kept])
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
  expect(listOpen()).toHaveLength(2)
})
