import { shareStream } from '../live/browser/share-stream.ts'
import { isNewer, type Position } from '../live/protocol/position.ts'
import { find } from '../talk/find-element.ts'
import { listAllSlides, outlineSlides } from '../talk/outline-slides.ts'
import { labelOf } from '../talk/slides.ts'
import { writePlace } from './address.ts'
import { announce } from './announce.ts'
import type { Views } from './views.ts'

/**
 * Offers to follow the speaker while a talk is live. A visitor who moves elsewhere stops following; the
 * control leads back to the speaker.
 */
export function followTalk(views: Views, address: string): void {
  const control = find('[data-control="follow"]', HTMLElement)
  const outline = outlineSlides(listAllSlides())
  let newest: Position | undefined
  let following = false
  let uncovering = false

  /** A hidden slide joins the page's own, as the last, when the speaker shows it: the others keep their numbers. */
  const go = async (position: Position) => {
    const cover = document.getElementById(position.slide)?.closest('.slides > div')
    if (!cover) return views.go(position)
    uncovering = true
    await views.reopen(() => {
      cover.parentElement?.append(...cover.childNodes)
      cover.remove()
      writePlace(position, { push: false })
    })
    uncovering = false
    if (following && newest !== undefined && !isAt(newest, views)) await go(newest)
  }
  const show = (live: boolean) => {
    control.hidden = !live
    control.setAttribute('aria-pressed', String(following))
  }
  const take = (position: Position) => {
    if (newest !== undefined && !isNewer(position, newest)) return
    newest = position
    show(position.seq > 0)
    // While reading, the page does not scroll when the speaker takes steps on the same slide.
    if (position.seq === 0 || !following || isAt(position, views)) return
    void go(position)
    // While presenting, the moving focus announces the slide; while reading, the focus stays.
    if (views.name() === 'reading') announce(labelOf(document.getElementById(position.slide)))
  }
  control.addEventListener('click', () => {
    following = !following
    show(true)
    if (following && newest !== undefined) void go(newest)
  })
  views.follow(() => {
    if (!following || uncovering || newest === undefined || isAt(newest, views)) return
    following = false
    show(true)
  })
  shareStream({
    address,
    outline,
    onPosition: take,
    onState(state) {
      if (state === 'ended') show(false)
    },
  })
}

/** Whether the page shows the speaker's place; while reading, steps do not count, as all are visible. */
export function isAt({ slide, step }: Position, views: Views): boolean {
  const place = views.place()
  return place.slide === slide && (views.name() === 'reading' || place.step === step)
}
