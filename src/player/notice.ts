/** How long a notice stays, in milliseconds. */
const STAYS = 5000

/** What is said in passing; the words are the page's own. */
type Words = 'copied' | 'notCopied' | 'notLoaded' | 'noSlide'

export interface NoticeOptions {
  /** What comes behind the words. */
  readonly more?: string
  /** Until something else is pressed: there is something to do with it. */
  readonly stays?: boolean
}

let rest: ReturnType<typeof setTimeout> | undefined

/** Says something in passing, to eyes and ears. Gives what takes it away before its time. */
export function notify(words: Words, { more = '', stays = false }: NoticeOptions = {}): () => void {
  const notice = document.querySelector<HTMLElement>('.notice')
  if (notice === null) return () => {}
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
