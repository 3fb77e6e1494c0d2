import type { Views } from './views.ts'

/** Keeps the screen awake while presenting. The system takes the lock back whenever the page is hidden. */
export function installAwake(views: Views): void {
  const ask = async () => {
    if (views.name() !== 'presenting' || document.visibilityState !== 'visible' || !('wakeLock' in navigator))
      return
    try {
      await navigator.wakeLock.request('screen')
    } catch (error) {
      // A system short of power refuses; there is nothing a page can do about it.
      if (!(error instanceof DOMException)) throw error
    }
  }
  document.addEventListener('visibilitychange', () => void ask())
  new MutationObserver(() => void ask()).observe(document.documentElement, { attributeFilter: ['data-view'] })
  void ask()
}
