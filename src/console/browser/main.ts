import { isLanguage, type Language, otherLanguages } from '../../deck/language.ts'
import { openChannel } from '../../live/browser/channel.ts'
import { installControls } from '../../talk/controls.ts'
import { openDialog, openForm, openJump } from '../../talk/dialogs.ts'
import { find } from '../../talk/find-element.ts'
import { enterFullScreen, toggleFullScreen } from '../../talk/full-screen.ts'
import { installKeys, type Keys } from '../../talk/keys.ts'
import { createMoves } from '../../talk/moves.ts'
import { isRunning } from '../../talk/place.ts'
import type { ConsoleKey } from '../page/keys.ts'
import { installClock } from './clock.ts'
import { findCode, readCode, takeCode } from './code.ts'
import { createConnection } from './connection.ts'
import { createDriver, type Driver, type Move } from './driver.ts'
import { keepAwake } from './keep-awake.ts'
import { createLogin } from './login.ts'
import { installNotes } from './notes.ts'
import { showState } from './output.ts'
import { openPhoneDialog } from './phone-dialog.ts'
import { postWrite } from './post-write.ts'
import { installPreviews } from './previews.ts'
import { readPage } from './read-page.ts'
import { createStore } from './store.ts'
import { installStrip } from './strip.ts'
import { watchWrites } from './watch-writes.ts'

const page = readPage()
const { room, address, outline, slides } = page
// Comes first, so that the code leaves the address bar at once.
const code = takeCode() ?? readCode(room)

const store = createStore(page)
/** Whoever has the notes has had the key: a stage that was started anew does not stop the talk. */
const steers = () => login.isEntered() || notes.areHere()
const channel = openChannel({
  room,
  outline,
  onMessage: (message) => driver.hearWindow(message),
})
const connection = createConnection(page, {
  onPosition: (position, joined) => driver.hearRoom(position, joined),
  onRefused() {
    driver.connect(undefined)
    login.forget()
  },
})
const driver: Driver = createDriver({
  position: store.get().position,
  channel,
  steers,
  onPosition: (position) => store.dispatch({ type: 'moved', position }),
  onRefused: connection.refuse,
})

const watch = watchWrites(connection.showUnsent)

/** Moves the talk, or asks for the key that this needs. */
const move = (wanted: Move) => (steers() ? driver.move(wanted) : enterCode())
const moves = createMoves(outline, () => store.get().position, move)
const toggleBlack = () => move({ blank: !store.get().position.blank })
const toggleTimer = () => store.dispatch({ type: 'timer-toggled' })
/** Hidden slides have no numbers, so they come after those that have. */
const findable = [...slides.filter(isRunning), ...slides.filter(({ hidden }) => hidden)]
const jump = () => openJump(findable, (slide) => move({ slide, step: 0 }))
const larger = () => store.dispatch({ type: 'notes-resized', by: 1 })
const smaller = () => store.dispatch({ type: 'notes-resized', by: -1 })
const showHallIn = (hallLanguage: Language) => move({ hallLanguage })
const login = createLogin({
  room,
  address,
  onRefused: connection.refuse,
  onKey(key) {
    connection.join(key)
    driver.connect(watch((write) => postWrite(write, { address, key, outline })))
    notes.fetch(key)
  },
})
const enter = (entered: string) => {
  connection.open()
  login.enter(entered)
}
// Accepts the code alone or the console's whole URL.
const enterCode = () => openForm('key', findCode, enter)
const openHelp = () => openDialog('help')

installPreviews(store, page)
const notes = installNotes(store, connection.refuse)
installClock(store, page)
const strip = installStrip(store, (slide) => move({ slide, step: 0 }))
store.follow(({ position }) => {
  find('[data-act="black"]', HTMLElement).setAttribute('aria-pressed', String(position.blank))
  for (const button of document.querySelectorAll<HTMLElement>('[data-act="hall"]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === position.hallLanguage))
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
  f: toggleFullScreen,
  // Clickers send it for "start"; a reload in mid-talk would lose the next key.
  F5: enterFullScreen,
  l: () => showHallIn(otherLanguages(store.get().position.hallLanguage ?? page.language)[0] ?? page.language),
  '?': openHelp,
  F1: openHelp,
}
installKeys(() => keys, isNotesKey)
keepAwake((awake) => {
  const warning = find('[data-warning="dark"]', HTMLElement)
  warning.hidden = awake === 'awake'
  showState(warning, 'dark', awake)
})

channel.send({ type: 'ask' })
if (code !== undefined) enter(code)
// The speaker may paste the console's URL into the tab in which it is already open.
window.addEventListener('hashchange', () => {
  const taken = takeCode()
  if (taken !== undefined) enter(taken)
})

/** While the notes have the focus, arrow keys scroll them; remote controls send other keys. */
function isNotesKey({ key, target }: KeyboardEvent): boolean {
  const isOnNotes = target instanceof Element && target.matches('.cues:focus-visible')
  return isOnNotes && (key === 'ArrowUp' || key === 'ArrowDown')
}
