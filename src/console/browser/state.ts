import type { Outline, Position } from '../../live/protocol/position.ts'
import { IDLE, measureElapsed, type Timer, toggleTimer } from './timer.ts'

/** What the windows of one browser share, and save. */
export interface ConsoleSettings {
  readonly timer: Timer
  /** The timer before the last reset. */
  readonly beforeReset?: Timer
  /** Index into `NOTE_SIZES`. */
  readonly noteSize: number
}

/** Sizes of the notes, as multiples of the page's text. */
export const NOTE_SIZES = [0.9, 1.1, 1.35, 1.65, 2, 2.5, 3.1] as const

export interface ConsoleState extends ConsoleSettings {
  readonly position: Position
}

export type ConsoleAction =
  | { readonly type: 'moved'; readonly position: Position }
  | { readonly type: 'timer-toggled' }
  | { readonly type: 'timer-reset' }
  | { readonly type: 'reset-undone' }
  | { readonly type: 'notes-resized'; readonly by: 1 | -1 }
  /** Another window has saved its settings. */
  | { readonly type: 'saved-elsewhere'; readonly settings: ConsoleSettings }

export interface ReduceContext {
  readonly outline: Outline
  /** By the window's steady clock, in milliseconds. */
  readonly now: number
}

export function startState(position: Position): ConsoleState {
  return { position, timer: IDLE, noteSize: NOTE_SIZES.indexOf(1.35) }
}

/** The state after an action. */
export function reduceState(
  state: ConsoleState,
  action: ConsoleAction,
  context: ReduceContext,
): ConsoleState {
  switch (action.type) {
    case 'moved':
      return {
        ...state,
        position: action.position,
        timer: startWithFirstMove(state, action.position, context),
      }
    case 'timer-toggled':
      return { ...state, timer: toggleTimer(state.timer, context.now) }
    case 'timer-reset':
      if (state.timer.state === 'idle') return state
      return { ...state, timer: IDLE, beforeReset: state.timer }
    case 'reset-undone': {
      const { beforeReset, ...rest } = state
      return beforeReset === undefined ? state : { ...rest, timer: beforeReset }
    }
    case 'notes-resized':
      return { ...state, noteSize: Math.min(Math.max(state.noteSize + action.by, 0), NOTE_SIZES.length - 1) }
    case 'saved-elsewhere':
      return { ...action.settings, position: state.position }
  }
}

/**
 * Starts the timer when any driver takes the first slide's first step or leaves that slide. A console that
 * joins later gets many moves as one position, and cannot know when the talk began.
 */
function startWithFirstMove(state: ConsoleState, next: Position, { outline, now }: ReduceContext): Timer {
  const { position, timer } = state
  const wasAtStart = position.slide === outline[0]?.id && position.step === 0
  const isOneMove = next.seq === position.seq + 1
  const hasMoved = isOneMove && (next.slide !== position.slide || next.step !== position.step)
  return timer.state === 'idle' && wasAtStart && hasMoved ? { state: 'running', since: now } : timer
}

/** How long a reset can still be undone once the timer runs again, in milliseconds. */
const UNDO_TIME = 60_000

/** Whether a reset can still be undone. */
export function canUndoReset({ beforeReset, timer }: ConsoleState, now: number): boolean {
  return beforeReset !== undefined && measureElapsed(timer, now) < UNDO_TIME
}
