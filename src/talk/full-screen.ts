/** Enters full screen. Does nothing on devices without full screen for pages. */
export async function enterFullScreen(): Promise<void> {
  if (document.fullscreenEnabled) await document.documentElement.requestFullscreen()
}

/** Enters or leaves full screen. */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement === null) await enterFullScreen()
  else await document.exitFullscreen()
}
