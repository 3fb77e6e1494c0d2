import type { Channel, ChannelMessage } from '../../live/browser/channel.ts'
import { isNewer, type Position, supersedes, type Write } from '../../live/protocol/position.ts'
import type { WriteAnswer } from './post-write.ts'

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
  // What the room said last. Moves build upon that: what another driver has written since must not be undone unheard.
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
  /** What the room has of this browser's moves. Newer ones still stand; what comes late changes nothing. */
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
        // The stream was faster than this answer, and has told of newer ones.
        if (heard.seq !== seen && !isNewer(answer.position, heard)) break
        // Another window of this browser has written it, an answer was lost, or a room that was started again has been
        // told by another driver where the talk was.
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
    later(() => {
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
        // A window that slept moved from where it was: it is told where the talk has got to.
        if (supersedes(position, message.position)) channel.send({ type: 'position', position })
        return
      }
      take(message.position)
      // What no server has taken yet may come from a window that cannot write.
      void flush()
    },
    hearRoom(next, joined) {
      if (supersedes(next, position) || isKnown(next)) confirm(next)
      else if (joined && next.seq < heard.seq) {
        // The room has forgotten, or has never heard: it was started again.
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

/** Made here, and taken by no server yet. */
function isUnsent({ seq, sentAt }: Position): boolean {
  return sentAt === 0 && seq > 0
}

function isSamePlace(one: Position | undefined, other: Position): boolean {
  return one?.slide === other.slide && one.step === other.step && one.blank === other.blank
}
