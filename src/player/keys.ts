import { openJump } from './jump.ts'
import type { Views } from './views.ts'

/** Keys that reveal.js leaves alone, or that the deck answers itself, in both views. */
type Action = (views: Views) => void

const ACTIONS: Readonly<Record<string, Action>> = {
  '?': () => openDialog('help'),
  F1: () => openDialog('help'),
  g: (views) => openJump(views),
  r: (views) => void views.switch(),
  l: () => document.querySelector<HTMLElement>('[data-control="language"]')?.click(),
}

export function openDialog(id: string): void {
  const dialog = document.getElementById(id)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}

/** Whether a key is the deck's: not while a dialog is open or text is typed, nor where a control needs the key. */
export function isDeckKey(event: KeyboardEvent): boolean {
  const { target } = event
  if (event.ctrlKey || event.metaKey || document.querySelector('dialog[open]') !== null) return false
  if (!(target instanceof Element)) return true
  if (target.closest('input, textarea, select') !== null) return false
  return target.closest('a, button, summary') === null || ![' ', 'Enter'].includes(event.key)
}

export function installKeys(views: Views): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!isDeckKey(event) || event.altKey) return
      const act = ACTIONS[event.key] ?? ACTIONS[event.key.toLowerCase()] ?? moveInOverview(event, views)
      if (act === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act(views)
    },
    { capture: true },
  )
}

/** reveal.js knows its overview as one row; ours is a grid, in which up and down mean the next row. */
function moveInOverview(event: KeyboardEvent, views: Views): Action | undefined {
  if (!views.presentation()?.isOverview() || !['ArrowUp', 'ArrowDown'].includes(event.key)) return undefined
  return () => {
    const slides = [...document.querySelectorAll<HTMLElement>('.slides > section')]
    const columns = slides.filter(({ offsetTop }) => offsetTop === slides[0]?.offsetTop).length
    const from = slides.findIndex(({ id }) => id === views.place().slide)
    const to = slides[from + (event.key === 'ArrowUp' ? -columns : columns)]
    if (to !== undefined) views.go({ slide: to.id, step: 0 })
  }
}
