/** Enters or leaves full screen. Does nothing on devices without full screen for pages. */
export async function toggleFullScreen(): Promise<void> {
  if (!document.fullscreenEnabled) return
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
  else await document.exitFullscreen()
}
