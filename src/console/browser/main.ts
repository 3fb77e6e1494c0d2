import { type Language, otherLanguages } from '../../deck/language.ts'
import { openChannel } from '../../live/browser/channel.ts'
import { toggleFullScreen } from '../../talk/full-screen.ts'
import { installAwake } from './awake.ts'
import { installClock } from './clock.ts'
import { installControls } from './controls.ts'
import { openHelp, openJump, openKey } from './dialogs.ts'
import { createDriver, type Driver } from './drive.ts'
import { find } from './find-element.ts'
import { installKeys } from './keys.ts'
import { findNext, findPrevious } from './moves.ts'
import { installNotes } from './notes.ts'
import { isLanguage } from './parse-talk.ts'
import { openPhone } from './phone.ts'
import { installPreviews } from './previews.ts'
import { readPage } from './read-page.ts'
import { createRoom } from './room.ts'
import { forgetSecret, keepSecret, takeSecret } from './secret.ts'
import { createTalkStore } from './store.ts'
import { installStrip } from './strip.ts'

const page = readPage()
const { room: name, outline, slides } = page
// Before anything else, so that the secret is in the address for no longer than it has to be.
let secret = takeSecret(name)

const store = createTalkStore(page)
const channel = openChannel({
  room: name,
  outline,
  onMessage(message) {
    if (message.type === 'hall-language') {
      store.dispatch({ type: 'hall-language-chosen', language: message.language })
    } else driver.hearWindow(message)
  },
})
const room = createRoom(page, {
  driver: () => driver,
  onRefused() {
    secret = undefined
    forgetSecret(name)
  },
})
const driver: Driver = createDriver({
  position: store.get().position,
  channel,
  onPosition: (position) => store.dispatch({ type: 'moved', position }),
  onRefused: room.refuse,
})

const go = (place: { slide: string; step: number } | undefined) => place && driver.move(place)
const next = () => go(findNext(store.get().position, outline))
const previous = () => go(findPrevious(store.get().position, outline))
const goTo = (slide: string | undefined) => slide !== undefined && driver.move({ slide, step: 0 })
const toggleBlack = () => driver.move({ blank: !store.get().position.blank })
const toggleTimer = () => store.dispatch({ type: 'timer-toggled' })
const jump = () => openJump(slides, goTo)
const larger = () => store.dispatch({ type: 'notes-resized', by: 1 })
const smaller = () => store.dispatch({ type: 'notes-resized', by: -1 })
const showHallIn = (language: Language) => {
  store.dispatch({ type: 'hall-language-chosen', language })
  channel.send({ type: 'hall-language', language })
}
const join = (taken: string) => {
  secret = taken
  keepSecret(name, taken)
  room.join(taken)
  notes.fetch(taken)
}
const enterKey = () => openKey(join)

installPreviews(store, page)
const notes = installNotes(store, { onRefused: room.refuse })
installClock(store, page)
const strip = installStrip(store, driver)
store.follow(({ position, hallLanguage }) => {
  find('[data-act="black"]', HTMLElement).setAttribute('aria-pressed', String(position.blank))
  for (const button of document.querySelectorAll<HTMLElement>('[data-act="hall"]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === hallLanguage))
  }
})
installControls({
  next,
  previous,
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
  phone: () => (secret === undefined ? enterKey() : openPhone({ address: page.elsewhere, secret })),
  key: enterKey,
  help: openHelp,
})
installKeys({
  ArrowRight: next,
  ArrowDown: next,
  PageDown: next,
  ' ': next,
  n: next,
  ArrowLeft: previous,
  ArrowUp: previous,
  PageUp: previous,
  'Shift+ ': previous,
  p: previous,
  Home: () => goTo(slides[0]?.id),
  End: () => goTo(slides.at(-1)?.id),
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
})
installAwake()

channel.send({ type: 'ask' })
if (secret !== undefined) join(secret)
// The console's address, with its secret, pasted into the tab where it is open.
window.addEventListener('hashchange', () => {
  const taken = takeSecret(name)
  if (taken !== undefined && taken !== secret) join(taken)
})
