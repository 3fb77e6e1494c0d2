/** Shows the page in full screen or leaves it. Does nothing where the device has no full screen for pages. */
export async function toggleFullScreen(): Promise<void> {
  if (!document.fullscreenEnabled) return
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
  else await document.exitFullscreen()
}
