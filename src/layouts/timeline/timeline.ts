import type { SlideBase } from '../../deck/deck.ts'
import type { Language, Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { renderHub, stateOf } from '../../drawings/hub.ts'
import { type Html, html } from '../../markup/html.ts'
import { checkHeight, heightOf } from '../check-height.ts'
import { renderTitle, type SlideContext, say, stepIf, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** Points in time on one line, which stands upright on a phone. */
export interface TimelineSlide extends SlideBase {
  readonly layout: 'timeline'
  /** Two to six, in order. */
  readonly points: readonly Point[]
  /** Each point is a step. Otherwise all are there at once. */
  readonly stepwise?: true
}

export interface Point {
  /** A date, a year, or how long before. */
  readonly time: Localized
  /** What happened then, or will. */
  readonly text: Localized<Markdown>
  /** The point that matters now; one at most. Those before it are drawn as passed. */
  readonly now?: true
}

/** How large the times of one point, two, and so on are, as multiples of `--s`; more have no room. */
const SIZES = [3.6, 3.6, 3.6, 3.6, 2.8, 2.3]
const MOST = SIZES.length

export const timeline: Layout<TimelineSlide> = { ground: 'paper', render: renderTimeline, check: checkPoints }

function checkPoints({ title, points }: TimelineSlide): string[] {
  const faults: string[] = []
  if (points.length < 2) faults.push(`a line needs two points, and points has ${points.length}; add one.`)
  if (points.length > MOST) {
    faults.push(`points has ${points.length}, and ${MOST} have room; leave some out or make it two slides.`)
  }
  const lit = points.filter(({ now }) => now).length
  if (lit > 1) faults.push(`${lit} points are marked \`now\`; mark one.`)
  return [...faults, ...checkHeight('the points', title, (language) => estimateHeight(points, language))]
}

function estimateHeight(points: readonly Point[], language: Language): number {
  const width = (86 - 3 * (points.length - 1)) / points.length
  const size = SIZES[points.length - 1] ?? 2.3
  const heights = points.map(
    ({ time, text }) =>
      heightOf(time[language], { size, width, leading: 1.08 }) +
      heightOf(text[language].markdown, { size: 1.9, width, leading: 1.38 }),
  )
  return 15 + Math.max(...heights)
}

function renderTimeline({ title, points, stepwise }: TimelineSlide, context: SlideContext): Html {
  const lit = points.findIndex(({ now }) => now)
  return html`${renderTitle(context, title)}
    <ol class="track" style="--size: ${SIZES[points.length - 1]}; --text-size: ${points.length > 4 ? 1.9 : 2}">${points.map(
      ({ time, text, now }, index) => html`<li class="stop"${now && html` aria-current="true"`}>
        <div class="rail" aria-hidden="true"><div ${stepIf(stepwise, index, 'mark')}>${renderHub(stateOf(index, lit))}</div></div>
        <div ${stepIf(stepwise, index, 'words')}><p class="time">${say(context, time)}</p><p class="text">${write(context, text)}</p></div>
      </li>`,
    )}</ol>`
}
