import { isLanguage, type Language } from '../../deck/language.ts'
import { isFault, isObject, type Outline, type Position, parsePosition } from '../protocol/position.ts'

/**
 * What the windows of one browser tell each other, without any server.
 * `position`: where the talk is now; it is taken when it `supersedes` the one shown.
 * `correction`: the server has another position; it is taken whatever its number.
 * `ask`: a window has just been opened; those that have a position send it.
 * `hall-language`: the hall's screen is to show that language, at the same place.
 */
export type ChannelMessage =
  | { readonly type: 'position' | 'correction'; readonly position: Position }
  | { readonly type: 'ask' }
  | { readonly type: 'hall-language'; readonly language: Language }

export interface Channel {
  send(message: ChannelMessage): void
}

export interface ChannelOptions {
  readonly room: string
  readonly outline: Outline
  /** Called with the messages of other windows; anything else is left out. */
  readonly onMessage: (message: ChannelMessage) => void
}

/** Joins the room's windows in this browser. */
export function openChannel({ room, outline, onMessage }: ChannelOptions): Channel {
  const channel = new BroadcastChannel(`deck-live:${room}`)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = parseChannelMessage(data, outline)
    if (message !== undefined) onMessage(message)
  })
  return { send: (message) => channel.postMessage(message) }
}

/** Reads a message; undefined when this deck has no such message, position or language. */
export function parseChannelMessage(value: unknown, outline: Outline): ChannelMessage | undefined {
  if (!isObject(value)) return undefined
  const { type, language } = value
  if (type === 'ask') return { type }
  if (type === 'hall-language' && isLanguage(language)) return { type, language }
  if (type === 'position' || type === 'correction') {
    const position = parsePosition(value['position'], outline)
    return isFault(position) ? undefined : { type, position }
  }
  return undefined
}
