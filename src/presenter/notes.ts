import { find } from './find.ts'
import type { TalkStore } from './store.ts'
import { NOTE_SIZES } from './talk.ts'

/** The current slide's notes, in the size that was chosen. */
export function installNotes(store: TalkStore): void {
  const cues = find('.cues', HTMLElement)
  const smaller = find('[data-act="smaller"]', HTMLButtonElement)
  const larger = find('[data-act="larger"]', HTMLButtonElement)
  let shown: string | undefined
  store.follow(({ position, noteSize }) => {
    cues.style.setProperty('--note-size', String(NOTE_SIZES[noteSize]))
    smaller.ariaDisabled = String(noteSize === 0)
    larger.ariaDisabled = String(noteSize === NOTE_SIZES.length - 1)
    if (position.slide === shown) return
    shown = position.slide
    for (const notes of cues.querySelectorAll<HTMLElement>('[data-notes]')) {
      notes.hidden = notes.dataset['notes'] !== shown
    }
    cues.scrollTop = 0
  })
}
