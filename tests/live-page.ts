import { afterEach, beforeEach, vi } from 'vitest'
import type { Position } from '../src/live/protocol/position.ts'

export const OUTLINE = [
  { id: 'one', steps: 0 },
  { id: 'two', steps: 2 },
]
export const POSITION: Position = { run: 1, seq: 3, slide: 'two', step: 1, blank: false, sentAt: 100 }

/** A stream whose messages the test sends. */
export class Stream {
  static all: Stream[] = []
  onmessage: ((event: { data: string }) => void) | undefined
  onerror: (() => void) | undefined
  open = true

  constructor() {
    Stream.all.push(this)
  }
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) })
  }
  close(): void {
    this.open = false
  }
}

/** Gives each test of the file a page with fake timers, `Stream` for its streams, and no network. */
export function stubPage(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    Stream.all = []
    vi.stubGlobal('EventSource', Stream)
    vi.stubGlobal('location', { href: 'http://stage.example/en/presenter' })
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
    vi.stubGlobal('window', new EventTarget())
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
}
