/**
 * Keeps the screen awake while the page is visible and `isWanted`. Gives a function to call when the answer may have
 * changed. Does nothing where the browser has no wake lock.
 */
export function installAwake(isWanted: () => boolean): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  let lock: WakeLockSentinel | undefined
  const update = async () => {
    const wanted = isWanted() && document.visibilityState === 'visible'
    const held = lock !== undefined && !lock.released
    if (wanted && !held) lock = await request()
    else if (!wanted && held) await lock?.release()
  }
  // One after the other, so that two requests never race.
  let turn = Promise.resolve()
  const check = () => {
    turn = turn.then(update)
  }
  check()
  // The system takes the lock back whenever the page is hidden.
  document.addEventListener('visibilitychange', check)
  return check
}

async function request(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen')
  } catch (error) {
    // A system short of power refuses; a page can do nothing about it.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return undefined
    throw error
  }
}
