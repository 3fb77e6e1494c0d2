import { openChannel } from '../live/channel.ts'
import type { Outline, Position } from '../live/position.ts'

export interface HallOptions {
  readonly room: string
  readonly outline: Outline
  readonly take: (position: Position, correction?: boolean) => void
}

/**
 * Joins the hall's screen with the console's window in the same browser: they stay together without any server, and
 * the console says in which language the hall's screen is.
 */
export function joinWindows({ room, outline, take }: HallOptions): void {
  const channel = openChannel({
    room,
    outline,
    onMessage(message) {
      if (message.type === 'position' || message.type === 'correction') {
        take(message.position, message.type === 'correction')
      } else if (message.type === 'hall-language' && message.language !== document.documentElement.lang) {
        document.querySelector<HTMLElement>('[data-control="language"]')?.click()
      }
    },
  })
  channel.send({ type: 'ask' })
}
