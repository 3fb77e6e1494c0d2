/** Enters full screen. Does nothing where the browser has none for pages, or refuses it. */
export async function enterFullScreen(): Promise<void> {
  if (!document.fullscreenEnabled) return
  try {
    await document.documentElement.requestFullscreen()
  } catch (error) {
    // Browsers allow it only with a key or a click of the user, and do not count all of them.
    if (!(error instanceof TypeError)) throw error
  }
}

/** Enters or leaves full screen. */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement === null) await enterFullScreen()
  else await document.exitFullscreen()
}
