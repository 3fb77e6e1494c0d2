/** What is remembered when the keys of one character are switched off. */
const [NAME, OFF] = ['character-keys', 'off']

/**
 * Whether keys of a single character act: the switch on the help sheet turns them off, for whoever speaks to the
 * computer or hits keys by chance (WCAG 2.1.4). Gives what tells how it stands.
 */
export function installCharacterKeys(): () => boolean {
  const root = document.documentElement
  const areOn = () => root.dataset['characterKeys'] !== OFF
  const set = (on: boolean) => {
    if (on) delete root.dataset['characterKeys']
    else root.dataset['characterKeys'] = OFF
  }
  set(recall() !== OFF)
  const findSwitch = () => document.querySelector<HTMLInputElement>('#character-keys')
  const control = findSwitch()
  if (control !== null) control.checked = areOn()
  // On the document: in development the sheet itself is replaced.
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target !== findSwitch()) return
    set(target.checked)
    remember(target.checked)
  })
  return areOn
}

function recall(): string | null {
  try {
    return localStorage.getItem(NAME)
  } catch {
    // Storage may be closed to this page; the keys then are as at the first visit.
    return null
  }
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME)
    else localStorage.setItem(NAME, OFF)
  } catch {
    // The switch then lasts until the next load.
  }
}
