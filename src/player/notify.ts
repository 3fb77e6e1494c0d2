import { find } from '../talk/find-element.ts'

/** How long a notice stays, in milliseconds. */
const STAYS = 5000

/** The names of the notices, whose texts are in the page. */
type Words = 'copied' | 'notCopied' | 'notLoaded' | 'noSlide' | 'notSteered'

export interface NoticeOptions {
  /** Text after the notice's words. */
  readonly more?: string
  /** Whether the notice stays until the next press elsewhere, because it holds something to use. */
  readonly stays?: boolean
}

let rest: ReturnType<typeof setTimeout> | undefined

/** Shows a notice, which screen readers announce too. Returns a function that hides it early. */
export function notify(words: Words, { more = '', stays = false }: NoticeOptions = {}): () => void {
  const notice = find('.notice', HTMLElement)
  const text = `${notice.dataset[words]} ${more}`.trim()
  const leave = () => {
    if (notice.textContent === text) notice.replaceChildren()
  }
  notice.textContent = text
  clearTimeout(rest)
  if (!stays) rest = setTimeout(leave, STAYS)
  else {
    const leaveUnlessHeld = ({ target }: Event) => {
      if (target instanceof Node && notice.contains(target)) return
      document.removeEventListener('pointerdown', leaveUnlessHeld)
      leave()
    }
    document.addEventListener('pointerdown', leaveUnlessHeld)
  }
  return leave
}
