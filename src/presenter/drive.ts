import type { Channel, ChannelMessage } from '../live/channel.ts'
import { type Position, supersedes, type Write } from '../live/position.ts'
import type { WriteAnswer } from './write.ts'

/** Where the talk is to be; what is not named stays. */
export type Move = Partial<Pick<Position, 'slide' | 'step' | 'blank'>>

export interface DriverOptions {
  readonly position: Position
  readonly channel: Pick<Channel, 'send'>
  /** Called with every position that stands, whoever set it. */
  readonly onPosition: (position: Position) => void
  /** Called when the room did not take the key. */
  readonly onRefused: () => void
  /** Calls back after so many milliseconds; `setTimeout` unless a test says otherwise. */
  readonly later?: (callback: () => void, wait: number) => void
}

export type Send = (write: Write) => Promise<WriteAnswer>

/**
 * Keeps the console, the windows of this browser and the room at one position. A move is shown and told to the other
 * windows at once; the room gets it as soon as it can: one write at a time, and never but the newest.
 */
export interface Driver {
  move(move: Move): void
  /** Takes what another window of this browser says. */
  hearWindow(message: ChannelMessage): void
  /** Takes what the room says; `joined`: on a connection that has just been made. */
  hearRoom(position: Position, joined: boolean): void
  /** From now on there is a room to write to; undefined: none any more. */
  connect(send: Send | undefined): void
}

/** How long to wait after a write that failed, in milliseconds. */
const RETRY = 1000

export function createDriver(options: DriverOptions): Driver {
  const { channel, onPosition, onRefused, later = setTimeout } = options
  let { position } = options
  let send: Send | undefined
  let unsent = position.sentAt === 0 && position.seq > 0
  let writing = false
  let waiting = false

  const take = (next: Position) => {
    position = next
    onPosition(next)
  }
  const flush = async (): Promise<void> => {
    if (writing || !unsent || send === undefined) return
    writing = true
    unsent = false
    const sent = position
    const { seq, slide, step, blank } = sent
    const answer = await send({ seen: seq - 1, slide, step, blank })
    writing = false
    switch (answer.kind) {
      case 'accepted':
        if (supersedes(answer.position, position)) take(answer.position)
        break
      case 'newer':
        if (isSame(answer.position, sent)) {
          // The room has it already: another window of this browser, or a write whose answer was lost.
          if (supersedes(answer.position, position)) take(answer.position)
          break
        }
        unsent = false
        channel.send({ type: 'correction', position: answer.position })
        take(answer.position)
        break
      case 'refused':
        send = undefined
        unsent = true
        onRefused()
        break
      case 'failed':
        unsent = true
        retry()
        return
    }
    return flush()
  }

  const retry = () => {
    if (waiting) return
    waiting = true
    later(() => {
      waiting = false
      void flush()
    }, RETRY)
  }

  return {
    move(move) {
      const next: Position = { ...position, ...move, seq: position.seq + 1, sentAt: 0 }
      if (isSame({ ...next, seq: position.seq }, position)) return
      channel.send({ type: 'position', position: next })
      unsent = true
      take(next)
      void flush()
    },
    hearWindow(message) {
      if (message.type === 'ask') channel.send({ type: 'position', position })
      if (message.type === 'correction') {
        unsent = false
        take(message.position)
      }
      if (message.type !== 'position') return
      if (!supersedes(message.position, position)) {
        // A window that slept moved from where it was: it is told where the talk has got to.
        if (supersedes(position, message.position)) channel.send({ type: 'position', position })
        return
      }
      // What no server has taken yet may come from a window that cannot write.
      unsent = message.position.sentAt === 0
      take(message.position)
      void flush()
    },
    hearRoom(next, joined) {
      if (supersedes(next, position)) {
        unsent = false
        take(next)
      } else if (joined && next.seq < position.seq) {
        // The room has forgotten, or has never heard: it was started again.
        unsent = true
        void flush()
      }
    },
    connect(next) {
      send = next
      void flush()
    },
  }
}

/** The same write: the same place under the same number. */
function isSame(one: Position, other: Position): boolean {
  return (
    one.seq === other.seq && one.slide === other.slide && one.step === other.step && one.blank === other.blank
  )
}
