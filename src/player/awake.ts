import type { Views } from './views.ts'

/** Keeps the screen awake while presenting. The system takes the lock back whenever the page is hidden. */
export function installAwake(views: Views): void {
  if (!('wakeLock' in navigator)) return
  let lock: WakeLockSentinel | undefined
  const update = async () => {
    const wanted = views.name() === 'presenting' && document.visibilityState === 'visible'
    const held = lock !== undefined && !lock.released
    if (wanted && !held) lock = await request()
    else if (!wanted && held) await lock?.release()
  }
  // One after the other, so that two requests never race.
  let turn = Promise.resolve()
  const check = () => {
    turn = turn.then(update)
  }
  views.follow(check)
  document.addEventListener('visibilitychange', check)
}

async function request(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen')
  } catch (error) {
    // A system short of power refuses; there is nothing a page can do about it.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return undefined
    throw error
  }
}
