/**
 * Uses the browser's storage. Returns undefined when the storage is blocked or full: the page still works,
 * but remembers nothing after a reload.
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
