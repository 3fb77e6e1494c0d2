import { firstPosition, type Outline } from '../../live/protocol/position.ts'
import { withStorage } from '../../talk/storage.ts'
import { parseState, serialiseState } from './saved-state.ts'
import { type ConsoleAction, type ConsoleState, reduceState, startState } from './state.ts'

/** The console's state in this window. It saves every change at once, so that a crash loses nothing. */
export interface ConsoleStore {
  get(): ConsoleState
  dispatch(action: ConsoleAction): void
  /** Calls the listener once now, and after each change. */
  follow(listener: (state: ConsoleState) => void): void
}

export function createStore({ room, outline }: { room: string; outline: Outline }): ConsoleStore {
  const entry = `deck-talk:${room}`
  const listeners: ((state: ConsoleState) => void)[] = []
  const parse = (text: string | null | undefined) =>
    typeof text === 'string' ? parseState(text, { outline, now: Date.now() }) : undefined
  const read = () => parse(withStorage('localStorage', (storage) => storage.getItem(entry)))
  let state = read() ?? startState(firstPosition(outline))

  const dispatch = (action: ConsoleAction) => {
    const now = Date.now()
    const next = reduceState(state, action, { outline, now })
    if (next === state) return
    state = next
    // Another window has already saved its change; saving it again would go back and forth endlessly.
    if (action.type !== 'saved-elsewhere') {
      withStorage('localStorage', (storage) => storage.setItem(entry, serialiseState(next, now)))
    }
    for (const listener of listeners) listener(state)
  }
  window.addEventListener('storage', ({ key }) => {
    // As it is now: the event may be late, and its value older than what this window has saved since.
    const saved = key === entry ? read() : undefined
    if (saved !== undefined) dispatch({ type: 'saved-elsewhere', state: saved })
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
