/**
 * Does something with the browser's storage. Undefined where storage is closed to this page or full: the page then works
 * all the same, and remembers nothing beyond its next load.
 */
export function withStorage<T>(
  name: 'localStorage' | 'sessionStorage',
  act: (storage: Storage) => T,
): T | undefined {
  try {
    return act(window[name])
  } catch {
    return undefined
  }
}
