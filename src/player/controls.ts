import { openDialog } from './dialog.ts'
import { installShare, shareSlide } from './share.ts'
import type { Views } from './views.ts'

/** How long the controls stay after the pointer's last move, in milliseconds. */
const POINTER_REST = 2500

/** The page's own controls; while presenting they show only when the pointer moves. */
export function installControls(views: Views): void {
  const actions: Readonly<Record<string, (() => void) | undefined>> = {
    view: () => void views.switch(),
    overview: () => views.toggleOverview(),
    help: () => openDialog('help'),
    share: () => void shareSlide(views),
  }
  // On the document: in development the controls themselves are replaced.
  document.addEventListener('click', (event) => {
    const control = event.target instanceof Element && event.target.closest<HTMLElement>('a, button')
    if (!control) return
    // A click leaves the focus on what was clicked, where the speaker's next Space would press it again.
    if (event.detail > 0) control.blur()
    actions[control.dataset['control'] ?? '']?.()
  })
  installShare()
  showOnPointer()
}

function showOnPointer(): void {
  const root = document.documentElement
  let rest: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    root.dataset['pointer'] = ''
    clearTimeout(rest)
    rest = setTimeout(() => delete root.dataset['pointer'], POINTER_REST)
  }
  const showUnlessTouched = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') show()
  }
  document.addEventListener('pointermove', showUnlessTouched)
  document.addEventListener('pointerdown', showUnlessTouched)
  // A finger brings them when it has done what it does: else it would press what was not there to be seen.
  document.addEventListener('click', show)
}
