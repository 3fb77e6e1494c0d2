/** Actions of controls, by name; each gets the clicked control. */
export type Actions = Readonly<Record<string, (control: HTMLElement) => void>>

/** Runs the actions of clicked links and buttons; `attribute` holds a control's name. */
export function installControls(attribute: string, actions: Actions): void {
  // Listens on the document, as hot updates replace the controls.
  document.addEventListener('click', (event) => {
    const control = event.target instanceof Element && event.target.closest<HTMLElement>('a, button')
    if (!control) return
    // A click focuses the control, and the speaker's next Space would press it again.
    if (event.detail > 0) control.blur()
    actions[control.getAttribute(attribute) ?? '']?.(control)
  })
}
