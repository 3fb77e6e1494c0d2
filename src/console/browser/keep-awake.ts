import NoSleep from 'nosleep.js'
import { installAwake } from '../../talk/awake.ts'

/** Whether the screen stays on. `touch`: it will after a touch or a key. `settings`: only the device's settings help. */
export type Awake = 'awake' | 'touch' | 'settings'

/**
 * Keeps the speaker's screen on. Plain http has no wake lock: there a silent film plays, which a browser starts
 * only at a touch or a key, and stops when the page is hidden.
 */
export function keepAwake(onChange: (awake: Awake) => void): void {
  if ('wakeLock' in navigator) {
    installAwake(
      () => true,
      (isAwake) => onChange(isAwake ? 'awake' : 'settings'),
    )
    return
  }
  const film = new NoSleep()
  const play = async (otherwise: Awake) => {
    try {
      await film.enable()
      onChange('awake')
    } catch (error) {
      // The browser plays nothing by itself, or nothing at all.
      if (!(error instanceof DOMException)) throw error
      onChange(otherwise)
    }
  }
  const playIfStopped = () => {
    if (!film.isEnabled) void play('settings')
  }
  onChange('touch')
  document.addEventListener('click', playIfStopped, { capture: true })
  document.addEventListener('keydown', playIfStopped, { capture: true })
  document.addEventListener('visibilitychange', () => {
    film.disable()
    if (document.visibilityState === 'visible') void play('touch')
  })
}
