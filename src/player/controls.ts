import { openDialog } from './keys.ts'
import type { Views } from './views.ts'

/** How long the controls stay after the pointer's last move, in milliseconds. */
const POINTER_REST = 2500

/** The page's own buttons; while presenting they show only when the pointer moves. */
export function installControls(views: Views): void {
  onClick('view', () => void views.switch())
  onClick('help', () => openDialog('help'))
  onClick('language', (link) => {
    if (link instanceof HTMLAnchorElement) link.hash = views.place().slide
    handOver(views.place().step)
  })
  const root = document.documentElement
  let rest: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('pointermove', () => {
    root.dataset['pointer'] = ''
    clearTimeout(rest)
    rest = setTimeout(() => delete root.dataset['pointer'], POINTER_REST)
  })
}

function onClick(name: string, act: (control: HTMLElement) => void): void {
  const control = document.querySelector<HTMLElement>(`[data-control="${name}"]`)
  control?.addEventListener('click', () => act(control))
}

const HANDOVER = 'step'

/** Leaves the step for the page of the other language, which has a history of its own. */
function handOver(step: number): void {
  try {
    sessionStorage.setItem(HANDOVER, String(step))
  } catch {
    // Storage may be closed to this page; the other language then opens on the slide's beginning.
  }
}

/** Takes over the step that the page of the other language left, before the first view is opened. */
export function takeOverStep(): void {
  try {
    const step = sessionStorage.getItem(HANDOVER)
    sessionStorage.removeItem(HANDOVER)
    if (step !== null) history.replaceState({ step: Number(step) }, '')
  } catch {
    // As above: nothing was left, nothing is taken.
  }
}
