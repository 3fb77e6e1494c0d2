import { withStorage } from '../talk/storage.ts'

/** The storage entry that says that single-character keys are off. */
const [NAME, OFF] = ['character-keys', 'off']

/**
 * Installs the help sheet's switch that turns single-character keys off, for people who use speech input or
 * hit keys by accident (WCAG 2.1.4). Returns a function that tells whether an event's key is off.
 */
export function installCharacterKeys(): (event: KeyboardEvent) => boolean {
  const root = document.documentElement
  const areOff = () => root.dataset['characterKeys'] === OFF
  const set = (on: boolean) => {
    if (on) delete root.dataset['characterKeys']
    else root.dataset['characterKeys'] = OFF
  }
  set(withStorage('localStorage', (storage) => storage.getItem(NAME)) !== OFF)
  const findSwitch = () => document.querySelector<HTMLInputElement>('#character-keys')
  const control = findSwitch()
  if (control !== null) control.checked = !areOff()
  // Listens on the document, as hot updates replace the sheet.
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target !== findSwitch()) return
    const { checked } = target
    set(checked)
    withStorage('localStorage', (storage) =>
      checked ? storage.removeItem(NAME) : storage.setItem(NAME, OFF),
    )
  })
  // Space stays on: it is no printable character, and remote controls send it.
  return ({ key }) => areOff() && key.length === 1 && key !== ' '
}
