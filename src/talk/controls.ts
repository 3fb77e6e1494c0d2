/** What controls do, by their name; each gets the control that was clicked. */
export type Actions = Readonly<Record<string, (control: HTMLElement) => void>>

/** Answers clicks on links and buttons, which are named by the `attribute`. */
export function installControls(attribute: string, actions: Actions): void {
  // On the document: in development the controls themselves are replaced.
  document.addEventListener('click', (event) => {
    const control = event.target instanceof Element && event.target.closest<HTMLElement>('a, button')
    if (!control) return
    // A click leaves the focus on the control, where the speaker's next Space would press it again.
    if (event.detail > 0) control.blur()
    actions[control.getAttribute(attribute) ?? '']?.(control)
  })
}
