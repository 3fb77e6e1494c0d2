import { isLanguage, type Language, otherLanguages } from '../../deck/language.ts'
import { openChannel } from '../../live/browser/channel.ts'
import { installAwake } from '../../talk/awake.ts'
import { installControls } from '../../talk/controls.ts'
import { openDialog, openForm, openJump } from '../../talk/dialogs.ts'
import { find } from '../../talk/find-element.ts'
import { toggleFullScreen } from '../../talk/full-screen.ts'
import { installKeys, type Keys } from '../../talk/keys.ts'
import { createMoves } from '../../talk/moves.ts'
import type { ConsoleKey } from '../page/keys.ts'
import { installClock } from './clock.ts'
import { findCode, readCode, takeCode } from './code.ts'
import { createConnection } from './connection.ts'
import { createDriver, type Driver } from './driver.ts'
import { createLogin } from './login.ts'
import { installNotes } from './notes.ts'
import { openPhoneDialog } from './phone-dialog.ts'
import { installPreviews } from './previews.ts'
import { readPage } from './read-page.ts'
import { createStore } from './store.ts'
import { installStrip } from './strip.ts'

const page = readPage()
const { room, outline, slides } = page
// Comes first, so that the code leaves the address bar at once.
const code = takeCode() ?? readCode(room)

const store = createStore(page)
const channel = openChannel({
  room,
  outline,
  onMessage(message) {
    if (message.type === 'hall-language') {
      store.dispatch({ type: 'hall-language-chosen', language: message.language })
    } else driver.hearWindow(message)
  },
})
const connection = createConnection(page, {
  driver: () => driver,
  onRefused: () => login.forget(),
})
const driver: Driver = createDriver({
  position: store.get().position,
  channel,
  onPosition: (position) => store.dispatch({ type: 'moved', position }),
  onRefused: connection.refuse,
})

const moves = createMoves(outline, () => store.get().position, driver.move)
const toggleBlack = () => driver.move({ blank: !store.get().position.blank })
const toggleTimer = () => store.dispatch({ type: 'timer-toggled' })
const jump = () => openJump(slides, (slide) => driver.move({ slide, step: 0 }))
const larger = () => store.dispatch({ type: 'notes-resized', by: 1 })
const smaller = () => store.dispatch({ type: 'notes-resized', by: -1 })
const showHallIn = (language: Language) => {
  store.dispatch({ type: 'hall-language-chosen', language })
  channel.send({ type: 'hall-language', language })
}
const login = createLogin({
  room,
  address: page.address,
  onRefused: connection.refuse,
  onKey(key) {
    connection.join(key)
    notes.fetch(key)
  },
})
// Accepts the code alone or the console's whole URL.
const enterCode = () => openForm('key', findCode, login.enter)
const openHelp = () => openDialog('help')

installPreviews(store, page)
const notes = installNotes(store, { onRefused: connection.refuse })
installClock(store, page)
const strip = installStrip(store, driver)
store.follow(({ position, hallLanguage }) => {
  find('[data-act="black"]', HTMLElement).setAttribute('aria-pressed', String(position.blank))
  for (const button of document.querySelectorAll<HTMLElement>('[data-act="hall"]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === hallLanguage))
  }
})
installControls('data-act', {
  next: moves.next,
  previous: moves.previous,
  black: toggleBlack,
  jump,
  timer: toggleTimer,
  reset: () => store.dispatch({ type: 'timer-reset' }),
  undo: () => store.dispatch({ type: 'reset-undone' }),
  smaller,
  larger,
  hall({ dataset }) {
    if (isLanguage(dataset['language'])) showHallIn(dataset['language'])
  },
  phone: () => (login.key() === undefined ? enterCode() : openPhoneDialog(page, login)),
  key: enterCode,
  help: openHelp,
})
const keys: Keys<ConsoleKey> = {
  ...moves.keys,
  n: moves.next,
  p: moves.previous,
  b: toggleBlack,
  '.': toggleBlack,
  g: jump,
  o: () => strip.focus() || jump(),
  t: toggleTimer,
  '+': larger,
  '=': larger,
  '-': smaller,
  f: () => void toggleFullScreen(),
  l: () => showHallIn(otherLanguages(store.get().hallLanguage ?? page.language)[0] ?? page.language),
  '?': openHelp,
  F1: openHelp,
}
installKeys(() => keys, isNotesKey)
installAwake(() => true)

channel.send({ type: 'ask' })
if (code !== undefined) login.enter(code)
// The speaker may paste the console's URL into the tab in which it is already open.
window.addEventListener('hashchange', () => {
  const taken = takeCode()
  if (taken !== undefined) login.enter(taken)
})

/** While the notes have the focus, arrow keys scroll them; remote controls send other keys. */
function isNotesKey({ key, target }: KeyboardEvent): boolean {
  const isOnNotes = target instanceof Element && target.matches('.cues:focus-visible')
  return isOnNotes && (key === 'ArrowUp' || key === 'ArrowDown')
}
