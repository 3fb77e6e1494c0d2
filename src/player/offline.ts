/**
 * Has the site kept for when there is no network, where the page names a worker for it. Only once the page has
 * loaded: keeping it takes the network, and the first view comes first.
 */
export function installOffline(): void {
  const { worker } = document.documentElement.dataset
  // Only a page from https (or this machine) may have a worker.
  if (worker === undefined || !('serviceWorker' in navigator)) return
  const register = async () => {
    try {
      await navigator.serviceWorker.register(worker)
    } catch (error) {
      // Whoever reads is none the worse: a browser may be set to keep nothing.
      console.warn('The slides are not kept for offline reading.', error)
    }
  }
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', register)
}
