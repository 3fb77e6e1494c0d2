import { find } from '../../talk/find-element.ts'
import { findOutput, showState, write } from './output.ts'
import type { ConsolePage } from './read-page.ts'
import { type ConsoleState, canUndoReset } from './state.ts'
import type { ConsoleStore } from './store.ts'
import { measureElapsed } from './timer.ts'
import { comparePace, formatClock, formatDifference, formatDuration, planSlides } from './timing.ts'

/** How often to check the times, in milliseconds; the page is updated only when they have changed. */
const TICK = 200

/** Shows the time of day, the talk's elapsed time, and how far the talk is ahead of or behind its plan. */
export function installClock(store: ConsoleStore, { slides }: ConsolePage): void {
  const running = slides.filter(({ hidden }) => !hidden)
  const spans = planSlides(running.map(({ minutes }) => minutes))
  const clock = findOutput('clock')
  const elapsedOutput = findOutput('elapsed')
  const plan = findOutput('plan')
  const paceOutput = findOutput('pace')
  const pace = find('[data-tile="pace"]', HTMLElement)
  const elapsedTile = find('[data-tile="elapsed"]', HTMLElement)
  const toggle = find('[data-act="timer"]', HTMLButtonElement)
  const reset = find('[data-act="reset"]', HTMLButtonElement)
  const undo = find('[data-act="undo"]', HTMLButtonElement)

  /** The slide that the plan is compared with: while a hidden one is shown, the one before it. */
  let planned = 0
  const draw = (state: ConsoleState) => {
    const now = store.now()
    const { timer, position } = state
    const index = running.findIndex(({ id }) => id === position.slide)
    if (index >= 0) planned = index
    const span = spans[planned] ?? { from: 0, until: 0 }
    const elapsed = measureElapsed(timer, now)
    const difference = comparePace(elapsed, span)
    write(clock, formatClock(new Date()))
    write(elapsedOutput, formatDuration(elapsed))
    write(plan, formatDuration(span.until))
    write(paceOutput, timer.state === 'idle' ? '–' : formatDifference(difference))
    showState(pace, 'pace', timer.state === 'idle' ? 'idle' : namePace(difference))
    showState(elapsedTile, 'timer', timer.state)
    showState(toggle, 'timer', timer.state)
    reset.hidden = timer.state === 'idle'
    undo.hidden = !canUndoReset(state, now)
  }
  store.follow(draw)
  setInterval(() => draw(store.get()), TICK)
}

function namePace(difference: number): 'on' | 'ahead' | 'behind' {
  if (Math.abs(difference) < 1000) return 'on'
  return difference > 0 ? 'behind' : 'ahead'
}
