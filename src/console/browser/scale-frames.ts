/** The width in which copies of slides are laid out, in pixels: `--full` in the styles. */
const FULL = 1280

/** Keeps the copies of slides as wide as their frames. */
export function scaleFrames(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (target instanceof HTMLElement) target.style.setProperty('--scale', String(contentRect.width / FULL))
    }
  })
  for (const frame of document.querySelectorAll('.frame')) observer.observe(frame)
}
