import { listen } from '../live/browser/client.ts'
import { isNewer, type Outline, type Position, supersedes } from '../live/protocol/position.ts'
import { find } from '../talk/find-element.ts'
import { labelOf, listSlides, outlineSlides } from '../talk/slides.ts'
import { announce } from './announce.ts'
import type { Views } from './views.ts'

export interface Following {
  readonly outline: Outline
  /** Shows another window's position; a correction is accepted whatever its number. */
  readonly take: (position: Position, correction?: boolean) => void
}

/**
 * Offers to follow the speaker while a talk is live. A visitor who moves elsewhere stops following; the
 * control leads back to the speaker. The hall's screen (`data-hall`) always follows, also to a black screen.
 */
export function followTalk(views: Views, address: string): Following {
  const hall = 'hall' in document.documentElement.dataset
  const control = find('[data-control="follow"]', HTMLElement)
  const outline = outlineSlides(listSlides())
  let newest: Position | undefined
  let following = hall

  const show = (live: boolean) => {
    control.hidden = !live || hall
    control.setAttribute('aria-pressed', String(following))
  }
  const take = (position: Position) => {
    newest = position
    show(position.seq > 0)
    if (position.seq === 0 || !following) return
    // While reading, the page does not scroll when the speaker takes steps on the same slide.
    if (!isAt(position, views)) {
      views.go(position)
      // While presenting, the moving focus announces the slide; while reading, the focus stays.
      if (views.name() === 'reading') announce(labelOf(document.getElementById(position.slide)))
    }
    if (hall) views.setBlack(position.blank)
  }
  control.addEventListener('click', () => {
    following = !following
    show(true)
    if (following && newest !== undefined) views.go(newest)
  })
  views.follow(() => {
    if (!following || hall || newest === undefined || isAt(newest, views)) return
    following = false
    show(true)
  })
  listen({
    address,
    outline,
    onPosition(position) {
      if (newest === undefined || isNewer(position, newest)) take(position)
    },
    onState(state) {
      if (state === 'ended') show(false)
    },
  })
  return {
    outline,
    take(position, correction) {
      if (correction || newest === undefined || supersedes(position, newest)) take(position)
    },
  }
}

/** Whether the page shows the speaker's place; while reading, steps do not count, as all are visible. */
function isAt({ slide, step }: Position, views: Views): boolean {
  const place = views.place()
  return place.slide === slide && (views.name() === 'reading' || place.step === step)
}
