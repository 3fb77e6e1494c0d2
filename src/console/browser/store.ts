import { firstPosition, type Outline } from '../../live/protocol/position.ts'
import { parseTalk, writeTalk } from './parse-talk.ts'
import { reduceTalk, startTalk, type TalkAction, type TalkState } from './talk.ts'

/** The talk's state in this window. Every change is kept at once, so that a crash loses nothing. */
export interface TalkStore {
  get(): TalkState
  dispatch(action: TalkAction): void
  /** Has the listener called after each change, and once at the beginning. */
  follow(listener: (state: TalkState) => void): void
}

export function createTalkStore({ room, outline }: { room: string; outline: Outline }): TalkStore {
  const entry = `deck-talk:${room}`
  const listeners: ((state: TalkState) => void)[] = []
  const parse = (text: string | null) =>
    text === null ? undefined : parseTalk(text, { outline, now: Date.now() })
  let state = parse(readEntry(entry)) ?? startTalk(firstPosition(outline))

  const dispatch = (action: TalkAction) => {
    const now = Date.now()
    const next = reduceTalk(state, action, { outline, now })
    if (next === state) return
    state = next
    // What another window has kept is kept already: answering would go on for ever.
    if (action.type !== 'kept-elsewhere') keepEntry(entry, writeTalk(state, now))
    for (const listener of listeners) listener(state)
  }
  window.addEventListener('storage', ({ key, newValue }) => {
    const kept = key === entry ? parse(newValue) : undefined
    if (kept !== undefined) dispatch({ type: 'kept-elsewhere', state: kept })
  })
  return {
    get: () => state,
    dispatch,
    follow(listener) {
      listeners.push(listener)
      listener(state)
    },
  }
}

function readEntry(entry: string): string | null {
  try {
    return localStorage.getItem(entry)
  } catch {
    return null // storage may be closed to this page
  }
}

function keepEntry(entry: string, text: string): void {
  try {
    localStorage.setItem(entry, text)
  } catch {
    // Storage may be closed or full; the state then lasts until the next load.
  }
}
