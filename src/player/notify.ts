import { find } from '../talk/find-element.ts'

/** How long a notice stays, in milliseconds. */
const STAYS = 5000

/** Notices that the page holds in its language. */
type Words = 'copied' | 'notCopied' | 'notLoaded' | 'noSlide'

export interface NoticeOptions {
  /** What stands after the words. */
  readonly more?: string
  /** Whether it stays until something else is pressed, as there is something to do with it. */
  readonly stays?: boolean
}

let rest: ReturnType<typeof setTimeout> | undefined

/** Shows a notice, which screen readers say too. Gives a function that takes it away early. */
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
