/** How long a paint is waited for, in milliseconds: a window that is covered paints nothing at all. */
const PATIENCE = 100

/** Calls back once: as soon as all that has changed by now has been painted. */
export function afterPaint(act: () => void): void {
  let isDue = true
  const actOnce = () => {
    if (isDue) act()
    isDue = false
  }
  requestAnimationFrame(() => setTimeout(actOnce))
  setTimeout(actOnce, PATIENCE)
}
