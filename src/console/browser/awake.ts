/** Keeps the screen awake while the console is shown. The system takes the lock back whenever the page is hidden. */
export function installAwake(): void {
  if (!('wakeLock' in navigator)) return
  const request = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      await navigator.wakeLock.request('screen')
    } catch (error) {
      // A system short of power refuses; there is nothing a page can do about it.
      if (!(error instanceof DOMException && error.name === 'NotAllowedError')) throw error
    }
  }
  void request()
  document.addEventListener('visibilitychange', () => void request())
}
