import { isObject } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import { NOTES_FILE } from '../page/addresses.ts'
import { askStage, REFUSED } from './ask-stage.ts'
import { findOutput, showState } from './output.ts'
import { NOTE_SIZES } from './state.ts'
import type { ConsoleStore } from './store.ts'

/** Each slide's lines as HTML, by its id. */
type Notes = Readonly<Record<string, readonly string[]>>

/** How long to wait before fetching the notes again, in milliseconds. */
const RETRY = 1000

/**
 * Shows the current slide's notes in the chosen size. It fetches them with the key, and keeps them when
 * the stage stops or restarts with another key, so that the speaker never loses them. Calls `onRefused` when the
 * stage refuses the key.
 */
export function installNotes(
  store: ConsoleStore,
  onRefused: () => void,
): { fetch(key: string): void; areHere(): boolean } {
  const box = find('.cues', HTMLElement)
  const list = findOutput('notes')
  const smaller = find('[data-act="smaller"]', HTMLButtonElement)
  const larger = find('[data-act="larger"]', HTMLButtonElement)
  let notes: Notes = {}
  let wanted: string | undefined

  const show = () => {
    const { slide } = store.get().position
    // Safe as HTML: the build has rendered and escaped the notes.
    list.innerHTML = (notes[slide] ?? []).map((cue) => `<li>${cue}</li>`).join('')
    list.dataset['notes'] = slide
    box.scrollTop = 0
  }
  const ask = async (key: string): Promise<void> => {
    const { status, body } = await askStage(NOTES_FILE, key)
    if (key !== wanted) return
    const fetched = status === 200 ? parseNotes(body) : undefined
    if (fetched === undefined && status !== REFUSED) {
      setTimeout(() => void ask(key), RETRY)
      return
    }
    wanted = undefined
    if (fetched === undefined) {
      if (box.dataset['notesState'] === 'coming') showState(box, 'notesState', 'locked')
      return onRefused()
    }
    notes = fetched
    showState(box, 'notesState', 'here')
    show()
  }
  store.follow(({ position, noteSize }) => {
    box.style.setProperty('--note-size', String(NOTE_SIZES[noteSize]))
    smaller.setAttribute('aria-disabled', String(noteSize === 0))
    larger.setAttribute('aria-disabled', String(noteSize === NOTE_SIZES.length - 1))
    if (position.slide !== list.dataset['notes']) show()
  })
  return {
    areHere: () => box.dataset['notesState'] === 'here',
    fetch(key) {
      wanted = key
      if (box.dataset['notesState'] === 'locked') showState(box, 'notesState', 'coming')
      void ask(key)
    },
  }
}

/** Undefined when the value is not valid. */
function parseNotes(value: unknown): Notes | undefined {
  if (!isObject(value)) return undefined
  const slides: Record<string, readonly string[]> = {}
  for (const [id, lines] of Object.entries(value)) {
    if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) return undefined
    slides[id] = lines
  }
  return slides
}
