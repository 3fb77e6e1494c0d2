import { openChannel } from '../live/browser/channel.ts'
import { shareStream } from '../live/browser/share-stream.ts'
import { firstPosition, type Position, supersedes } from '../live/protocol/position.ts'
import { createMoves } from '../talk/moves.ts'
import { listAllSlides, outlineSlides } from '../talk/outline-slides.ts'
import { isAt } from './follow-talk.ts'
import { installHallInput } from './hall-input.ts'
import { createHallPosition } from './hall-position.ts'
import { openLanguage } from './language.ts'
import { notify } from './notify.ts'
import type { Views } from './views.ts'

/** How long a console in this browser may take to answer a key, in milliseconds. */
const PATIENCE = 1000

type Move = Partial<Pick<Position, 'slide' | 'step' | 'blank'>>

/**
 * Makes the hall's screen show where the talk is: its slide, step, black screen and language. It hears that
 * from the room, and without any server from a console in the same browser. Its keys, clicks and swipes go to
 * that console; without one they do nothing.
 */
export function showInHall(views: Views, address: string): void {
  const outline = outlineSlides(listAllSlides())
  /** What the hall has asked for and no console has answered yet; the next key goes on from there. */
  let wished: Position | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const show = () => {
    const newest = position.newest()
    if (newest === undefined || newest.seq === 0) return
    if (!isAt(newest, views)) views.go(newest)
    views.view().setBlack(newest.blank)
    if (newest.hallLanguage !== undefined) openLanguage(newest.hallLanguage)
  }
  const position = createHallPosition({ ask: () => channel.send({ type: 'ask' }), onPosition: show })
  const forgetWish = () => {
    clearTimeout(waiting)
    wished = undefined
  }
  const channel = openChannel({
    room: address.replace(/^.*\//, ''),
    outline,
    onMessage(message) {
      if (message.type !== 'position' && message.type !== 'correction') return
      if (wished !== undefined && !supersedes(wished, message.position)) forgetWish()
      position.hearWindow(message)
    },
  })
  const getLast = () => wished ?? position.newest() ?? firstPosition(outline)
  const wish = (move: Move) => {
    const from = getLast()
    wished = { ...from, ...move, seq: from.seq + 1, sentAt: 0 }
    channel.send({ type: 'wish', position: wished })
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      forgetWish()
      notify('notSteered')
    }, PATIENCE)
  }
  const moves = createMoves(outline, getLast, wish)
  installHallInput(moves, () => wish({ blank: !getLast().blank }))
  views.follow(show)
  shareStream({ address, outline, onPosition: position.hearRoom, onState() {} })
  channel.send({ type: 'ask' })
}
