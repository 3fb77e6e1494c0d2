/**
 * Installs the service worker that keeps the site for offline use, if the page names one. Waits until the
 * page has loaded, so that it does not slow down the first view.
 */
export function installOffline(): void {
  const { worker } = document.documentElement.dataset
  // Browsers allow workers only over https and on localhost.
  if (worker === undefined || !('serviceWorker' in navigator)) return
  const register = async () => {
    try {
      await navigator.serviceWorker.register(worker)
    } catch (error) {
      // The browser may be set to store nothing; the page works without a worker too.
      console.warn('The slides are not kept for offline reading.', error)
    }
  }
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', register)
}
