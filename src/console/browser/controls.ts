/** What the page's buttons do, by their `data-act`; each gets its button. */
export type Acts = Readonly<Record<string, (button: HTMLElement) => void>>

/** Answers the buttons. */
export function installControls(acts: Acts): void {
  document.addEventListener('click', (event) => {
    const control = event.target instanceof Element && event.target.closest<HTMLElement>('a, button')
    if (!control) return
    // A click leaves the focus on what was clicked, where the speaker's next Space would press it again.
    if (event.detail > 0) control.blur()
    acts[control.dataset['act'] ?? '']?.(control)
  })
}
