import type { Channel, ChannelMessage } from '../../live/browser/channel.ts'
import { isNewer, type Position, supersedes, type Write } from '../../live/protocol/position.ts'
import type { WriteAnswer } from './post-write.ts'

/** Where the talk is to go; what is not named stays. */
export type Move = Partial<Pick<Position, 'slide' | 'step' | 'blank'>>

export interface DriverOptions {
  readonly position: Position
  readonly channel: Channel
  /** Called with every position that is to be shown, whoever set it. */
  readonly onPosition: (position: Position) => void
  /** Called when the room has refused the secret. */
  readonly onRefused: () => void
}

export type Send = (write: Write) => Promise<WriteAnswer>

/**
 * Keeps the console, the windows of this browser and the room at one position. A move is shown and told to the other
 * windows at once. The room is told with one write at a time, always of the newest position.
 */
export interface Driver {
  move(move: Move): void
  /** Takes a message from another window of this browser. */
  hearWindow(message: ChannelMessage): void
  /** Takes a position from the room; `joined`: the connection has just been made. */
  hearRoom(position: Position, joined: boolean): void
  /** Sets how to write to the room; undefined: there is no room to write to any more. */
  connect(send: Send | undefined): void
}

/** How long to wait after a write that failed, in milliseconds. */
const RETRY = 1000

export function createDriver(options: DriverOptions): Driver {
  const { channel, onPosition, onRefused } = options
  let { position } = options
  // What the room said last. A write names it, so that it never undoes what another driver has written since.
  let heard = isUnsent(position) ? { ...position, seq: position.seq - 1 } : position
  /** The position that a server took last and the moves made in this browser since then, by their numbers. */
  const known = new Map([[position.seq, position]])
  let send: Send | undefined
  let writing = false
  let waiting = false

  const take = (next: Position) => {
    if (!isUnsent(next)) {
      known.clear()
      heard = next
    }
    known.set(next.seq, next)
    position = next
    onPosition(next)
  }
  /** Notes what the room has taken of this browser's moves. A newer move stays shown; a late answer changes nothing. */
  const confirm = (next: Position) => {
    if (supersedes(next, position)) take(next)
    else if (isNewer(next, heard)) heard = next
  }
  const isKnown = (next: Position) => isSamePlace(known.get(next.seq), next)

  const flush = async (): Promise<void> => {
    if (writing || send === undefined || !isUnsent(position)) return
    writing = true
    const { seq, slide, step, blank } = position
    const seen = heard.seq
    const answer = await send({ seen, seq, slide, step, blank })
    writing = false
    switch (answer.kind) {
      case 'accepted':
        confirm(answer.position)
        break
      case 'newer':
        // The stream was faster than this answer, and has brought newer positions.
        if (heard.seq !== seen && !isNewer(answer.position, heard)) break
        // It is one of this browser's moves: another window wrote it, an answer was lost, or another driver told it to a
        // room that was started again.
        if (isKnown(answer.position)) confirm(answer.position)
        else {
          channel.send({ type: 'correction', position: answer.position })
          take(answer.position)
        }
        break
      case 'refused':
        send = undefined
        onRefused()
        break
      case 'failed':
        return retry()
    }
    return flush()
  }

  const retry = () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      void flush()
    }, RETRY)
  }

  return {
    move(move) {
      const next: Position = { ...position, ...move, seq: position.seq + 1, sentAt: 0 }
      if (isSamePlace(next, position)) return
      channel.send({ type: 'position', position: next })
      take(next)
      void flush()
    },
    hearWindow(message) {
      if (message.type === 'ask') channel.send({ type: 'position', position })
      if (message.type === 'correction') take(message.position)
      if (message.type !== 'position') return
      if (!supersedes(message.position, position)) {
        // A window that slept has moved from an old position: it is told where the talk is now.
        if (supersedes(position, message.position)) channel.send({ type: 'position', position })
        return
      }
      take(message.position)
      // The other window may be unable to write: this one does.
      void flush()
    },
    hearRoom(next, joined) {
      if (supersedes(next, position) || isKnown(next)) confirm(next)
      else if (joined && next.seq < heard.seq) {
        // The room was started again and knows nothing of the talk.
        heard = next
        take({ ...position, sentAt: 0 })
        void flush()
      }
    },
    connect(next) {
      send = next
      void flush()
    },
  }
}

/** Whether the position was made in this browser and no server has taken it yet. */
function isUnsent({ seq, sentAt }: Position): boolean {
  return sentAt === 0 && seq > 0
}

function isSamePlace(one: Position | undefined, other: Position): boolean {
  return one?.slide === other.slide && one.step === other.step && one.blank === other.blank
}
