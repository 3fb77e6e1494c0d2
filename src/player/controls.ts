import { installControls } from '../talk/controls.ts'
import { openDialog } from '../talk/dialogs.ts'
import { installShare, shareSlide } from './share.ts'
import type { Views } from './views.ts'

/** How long the controls stay after the pointer's last move, in milliseconds. */
const POINTER_REST = 2500

/** Installs the page's controls; while presenting they show only when the pointer moves. */
export function installPlayerControls(views: Views): void {
  installControls('data-control', {
    view: () => void views.switch(),
    overview: () => views.view().toggleOverview(),
    help: () => openDialog('help'),
    share: () => void shareSlide(views),
  })
  installShare()
  showOnPointer()
}

/** Shows the pointer, and with it the controls, while it moves. */
export function showOnPointer(): void {
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
  // On touch they appear at the click: earlier, the same touch would press a control that nobody has seen.
  document.addEventListener('click', show)
}
