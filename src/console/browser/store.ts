import { firstPosition, type Outline } from '../../live/protocol/position.ts'
import { withStorage } from '../../talk/storage.ts'
import { parseSavedPosition, parseSettings, serialisePosition, serialiseSettings } from './saved-state.ts'
import { type ConsoleAction, type ConsoleState, reduceState, startState } from './state.ts'
import { createSteadyClock } from './steady-clock.ts'

/** The console's state in this window. It saves every change at once, so that a crash loses nothing. */
export interface ConsoleStore {
  get(): ConsoleState
  dispatch(action: ConsoleAction): void
  /** Calls the listener once now, and after each change. */
  follow(listener: (state: ConsoleState) => void): void
  /** The time by which the timer runs, in milliseconds. Call it several times a second. */
  now(): number
}

export function createStore({ room, outline }: { room: string; outline: Outline }): ConsoleStore {
  // Apart, as every window saves the position whenever the talk moves: that must not undo another's settings.
  const entries = { position: `deck-place:${room}`, settings: `deck-talk:${room}` }
  const listeners: ((state: ConsoleState) => void)[] = []
  const clock = installClock(() => saveSettings())
  const now = () => ({ steady: clock(), wall: Date.now() })
  const read = (entry: string) => withStorage('localStorage', (storage) => storage.getItem(entry)) ?? ''
  const readSettings = () => parseSettings(read(entries.settings), now())
  const save = (entry: string, text: string) =>
    withStorage('localStorage', (storage) => storage.setItem(entry, text))
  const saveSettings = () => save(entries.settings, serialiseSettings(state, now()))

  const saved = parseSavedPosition(read(entries.position), outline, now())
  let state: ConsoleState = { ...startState(saved ?? firstPosition(outline)), ...readSettings() }

  const dispatch = (action: ConsoleAction) => {
    const last = state
    state = reduceState(state, action, { outline, now: clock() })
    if (state === last) return
    if (state.position !== last.position) save(entries.position, serialisePosition(state.position, now()))
    // Another window has already saved its change; saving it again would go back and forth endlessly.
    const isChanged = state.timer !== last.timer || state.noteSize !== last.noteSize
    if (isChanged && action.type !== 'saved-elsewhere') saveSettings()
    for (const listener of listeners) listener(state)
  }
  window.addEventListener('storage', ({ key }) => {
    // As it is now: the event may be late, and its value older than what this window has saved since.
    const settings = key === entries.settings ? readSettings() : undefined
    if (settings !== undefined) dispatch({ type: 'saved-elsewhere', settings })
  })
  return {
    get: () => state,
    dispatch,
    follow(listener) {
      listeners.push(listener)
      listener(state)
    },
    now: clock,
  }
}

/** The window's steady clock; `onSet` is called when someone has set the system's. */
function installClock(onSet: () => void): () => number {
  let isHidden = false
  document.addEventListener('visibilitychange', () => {
    isHidden = true
  })
  return createSteadyClock({
    wall: Date.now,
    forward: () => performance.now(),
    wasHidden() {
      const was = isHidden
      isHidden = document.visibilityState === 'hidden'
      return was
    },
    onSet,
  })
}
