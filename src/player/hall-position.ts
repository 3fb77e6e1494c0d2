import type { ChannelMessage } from '../live/browser/channel.ts'
import { isNewer, type Position, supersedes } from '../live/protocol/position.ts'

/** How long a console in this browser may take to tell where it is, in milliseconds. */
const PATIENCE = 1000

interface HallPositionOptions {
  /** Asks the consoles of this browser where the talk is. */
  readonly ask: () => void
  /** Called with every position to show. */
  readonly onPosition: (position: Position) => void
}

/** Where the talk is for the hall: by the room and by the consoles of this browser. */
export function createHallPosition({ ask, onPosition }: HallPositionOptions) {
  let newest: Position | undefined
  let answering: ReturnType<typeof setTimeout> | undefined

  const take = (position: Position) => {
    newest = position
    onPosition(position)
  }
  return {
    newest: () => newest,
    /**
     * A console of this browser will write the move that is shown. When there is none any more, nobody will: then
     * the room's position counts.
     */
    hearRoom(position: Position) {
      clearTimeout(answering)
      if (newest === undefined || isNewer(position, newest)) take(position)
      const isUnsent = newest !== undefined && newest.seq > 0 && newest.sentAt === 0
      if (isUnsent) {
        answering = setTimeout(() => take(position), PATIENCE)
        ask()
      }
    },
    hearWindow({ type, position }: Extract<ChannelMessage, { position: Position }>) {
      clearTimeout(answering)
      if (newest === undefined || type === 'correction' || supersedes(position, newest)) take(position)
    },
  }
}
