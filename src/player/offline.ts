/**
 * Keeps the site for use without a network, where the page names a worker for it. Starts only once the page has
 * loaded, as the first view needs the network more.
 */
export function installOffline(): void {
  const { worker } = document.documentElement.dataset
  // Only a page from https (or this machine) may have a worker.
  if (worker === undefined || !('serviceWorker' in navigator)) return
  const register = async () => {
    try {
      await navigator.serviceWorker.register(worker)
    } catch (error) {
      // A browser may be set to keep nothing; the page works all the same.
      console.warn('The slides are not kept for offline reading.', error)
    }
  }
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', register)
}
