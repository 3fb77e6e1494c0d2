import { withStorage } from '../talk/storage.ts'

/** What is remembered when the keys of one character are switched off. */
const [NAME, OFF] = ['character-keys', 'off']

/**
 * The switch on the help sheet turns keys of a single character off, for whoever speaks to the computer or hits keys by
 * chance (WCAG 2.1.4). Gives a function that tells whether a key is switched off.
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
  // On the document: in development the sheet itself is replaced.
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target !== findSwitch()) return
    const { checked } = target
    set(checked)
    withStorage('localStorage', (storage) =>
      checked ? storage.removeItem(NAME) : storage.setItem(NAME, OFF),
    )
  })
  // Space writes nothing, and is a clicker's key besides.
  return ({ key }) => areOff() && key.length === 1 && key !== ' '
}
