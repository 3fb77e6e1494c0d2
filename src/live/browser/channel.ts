import { isFault, isObject, type Outline, type Position, parsePosition } from '../protocol/position.ts'

/**
 * Messages between the windows of one browser, without any server.
 * `position`: where the talk is now; a window takes it if it `supersedes` the one shown.
 * `correction`: the server has another position; every window takes it, whatever its number.
 * `ask`: a window has just opened; windows that have a position send it.
 * `wish`: someone has pressed a key in the hall's window; a console goes there if the talk has not moved since.
 */
export type ChannelMessage =
  | { readonly type: 'position' | 'correction' | 'wish'; readonly position: Position }
  | { readonly type: 'ask' }

export interface Channel {
  send(message: ChannelMessage): void
}

export interface ChannelOptions {
  readonly room: string
  readonly outline: Outline
  /** Called with valid messages of other windows; anything else is ignored. */
  readonly onMessage: (message: ChannelMessage) => void
}

/**
 * Connects this window with the room's other windows in this browser. Where the browser has no such channel,
 * windows hear each other through the stage only.
 */
export function openChannel({ room, outline, onMessage }: ChannelOptions): Channel {
  const channel = openBroadcast(`deck-live:${room}`)
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = parseChannelMessage(data, outline)
    if (message !== undefined) onMessage(message)
  })
  return { send: (message) => channel?.postMessage(message) }
}

/** A channel between this browser's windows; undefined where the browser has none for this page. */
export function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch (error) {
    // Embedded browsers may lack it, and private windows may refuse it.
    console.warn('Windows of this browser hear each other only through the stage.', error)
    return undefined
  }
}

/** Parses a message; undefined when its shape or position is not one of this deck's. */
export function parseChannelMessage(value: unknown, outline: Outline): ChannelMessage | undefined {
  if (!isObject(value)) return undefined
  const { type } = value
  if (type === 'ask') return { type }
  if (type === 'position' || type === 'correction' || type === 'wish') {
    const position = parsePosition(value['position'], outline)
    return isFault(position) ? undefined : { type, position }
  }
  return undefined
}
