import type { Channel, ChannelMessage } from '../../live/browser/channel.ts'
import { beginRun, isNewer, type Position, supersedes, type Write } from '../../live/protocol/position.ts'
import type { WriteAnswer } from './post-write.ts'

/** A move of the talk; missing fields stay as they are. */
export type Move = Partial<Pick<Position, 'slide' | 'step' | 'blank' | 'hallLanguage'>>

export interface DriverOptions {
  readonly position: Position
  readonly channel: Channel
  /** Whether this console may move the talk; without the key it only shows where the talk is. */
  readonly steers: () => boolean
  /** Called with every position to show, whoever has set it. */
  readonly onPosition: (position: Position) => void
  /** Called when the room has refused the key. */
  readonly onRefused: () => void
}

export type Send = (write: Write) => Promise<WriteAnswer>

/**
 * Keeps the console, this browser's other windows and the room at one position. A move goes to the console
 * and the other windows at once. The room gets one write at a time, always with the newest position.
 */
export interface Driver {
  move(move: Move): void
  /** Handles a message from another window of this browser. */
  hearWindow(message: ChannelMessage): void
  /** Handles a position from the room; `joined`: it is the first on a new connection. */
  hearRoom(position: Position, joined: boolean): void
  /** Sets the function that writes to the room; undefined: there is no room to write to. */
  connect(send: Send | undefined): void
}

/** How long to wait after a failed write, in milliseconds. */
const RETRY = 1000

export function createDriver(options: DriverOptions): Driver {
  const { channel, steers, onPosition, onRefused } = options
  let { position } = options
  // The room's last position. A write names its seq, so that it never undoes a later write of another driver.
  let heard = isUnsent(position) ? { ...position, seq: position.seq - 1 } : position
  /** The last position that a server accepted, and this browser's moves since then, by their seq. */
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
  /** Tells the other windows, which would take a lower run for an earlier one: clocks of devices differ. */
  const tellRun = (next: Position) =>
    channel.send({ type: next.run < position.run ? 'correction' : 'position', position: next })
  /** Moves the current position to another run of the room, here and in the other windows. */
  const changeRun = (run: number) => {
    const next = { ...position, run, sentAt: 0 }
    tellRun(next)
    position = next
    known.set(next.seq, next)
    onPosition(next)
  }
  /** Records that the room has one of this browser's moves. Newer moves stay shown; ignores late answers. */
  const confirm = (next: Position) => {
    if (isNewer(next, position)) {
      if (steers() && next.run < position.run) tellRun(next)
      return take(next)
    }
    if (!isNewer(next, heard)) return
    heard = next
    if (position.run !== next.run) changeRun(next.run)
  }
  /** The room has lost its memory: it gets the current position again, in a new run. */
  const restore = (empty: Position) => {
    heard = empty
    changeRun(beginRun(position, Date.now()))
  }
  const isKnown = (next: Position) => isSamePlace(known.get(next.seq), next)

  const flush = async (): Promise<void> => {
    if (writing || send === undefined || !isUnsent(position)) return
    writing = true
    const { sentAt: _, ...place } = position
    const seen = heard.seq
    const answer = await send({ ...place, run: seen > 0 ? heard.run : position.run, seen })
    writing = false
    switch (answer.kind) {
      case 'accepted':
        confirm(answer.position)
        break
      case 'newer':
        // The stream was faster than this answer and has already delivered a newer position.
        if (heard.seq !== seen && !isNewer(answer.position, heard)) break
        if (answer.position.seq === 0) restore(answer.position)
        // The room's position is one of this browser's moves: another window wrote it, an answer was lost, or
        // another driver wrote it to a restarted room.
        else if (isKnown(answer.position)) confirm(answer.position)
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

  const move = (wanted: Move) => {
    const run = position.run || beginRun(position, Date.now())
    const next: Position = { ...position, ...wanted, run, seq: position.seq + 1, sentAt: 0 }
    if (!steers() || isSamePlace(next, position)) return
    channel.send({ type: 'position', position: next })
    take(next)
    void flush()
  }
  /** Sends the current position to a window that has just opened, or that was asleep and has an old one. */
  const tellWindows = () => {
    if (steers()) channel.send({ type: 'position', position })
  }

  return {
    move,
    hearWindow(message) {
      if (message.type === 'ask') return tellWindows()
      if (message.type === 'correction') return take(message.position)
      if (message.type === 'wish') {
        const { run, seq, sentAt: _, ...place } = message.position
        // Before the first move the hall knows no run.
        const isOfRun = run === 0 || run === position.run
        return isOfRun && seq === position.seq + 1 ? move(place) : tellWindows()
      }
      if (!supersedes(message.position, position)) {
        if (supersedes(position, message.position)) tellWindows()
        return
      }
      take(message.position)
      // The other window may have no connection, so this window writes its move too.
      void flush()
    },
    hearRoom(next, joined) {
      if (isNewer(next, position) || isKnown(next)) confirm(next)
      else if (!steers()) {
        if (joined) take(next)
      } else if (joined && next.seq === 0 && heard.seq > 0) {
        restore(next)
        void flush()
      }
    },
    connect(next) {
      send = next
      void flush()
    },
  }
}

/** Whether this browser made the position and no server has accepted it yet. */
function isUnsent({ seq, sentAt }: Position): boolean {
  return sentAt === 0 && seq > 0
}

function isSamePlace(one: Position | undefined, other: Position): boolean {
  return (
    one?.slide === other.slide &&
    one.step === other.step &&
    one.blank === other.blank &&
    one.hallLanguage === other.hallLanguage
  )
}
