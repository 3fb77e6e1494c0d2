/** Called whenever it is known whether the screen stays on; `isAwake` is true too when nobody wants it. */
export type OnAwake = (isAwake: boolean) => void

/**
 * Keeps the screen awake while the page is visible and `isWanted` returns true. Returns a function; call it
 * when `isWanted` may return something else. Does nothing in browsers without a wake lock.
 */
export function installAwake(isWanted: () => boolean, onAwake?: OnAwake): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  let lock: WakeLockSentinel | undefined
  const update = async () => {
    const wanted = isWanted() && document.visibilityState === 'visible'
    const held = lock !== undefined && !lock.released
    if (wanted && !held) lock = await request()
    else if (!wanted && held) await lock?.release()
    onAwake?.(!wanted || lock?.released === false)
  }
  // Runs requests one after the other, so that they never race.
  let turn = Promise.resolve()
  const check = () => {
    turn = turn.then(update)
  }
  check()
  // The system releases the lock whenever the page is hidden.
  document.addEventListener('visibilitychange', check)
  return check
}

async function request(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen')
  } catch (error) {
    // The system refuses at low battery, a page around this one too; nothing can be done about it.
    if (error instanceof DOMException) return undefined
    throw error
  }
}
