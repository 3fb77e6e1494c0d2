import type { SlideBase } from '../../deck/deck.ts'
import type { Language, Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { type Html, html, raw } from '../../markup/html.ts'
import { checkHeight, heightOf } from '../check-height.ts'
import { renderTitle, type SlideContext, stepIf, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** Points below a title, each with points of its own or without. */
export interface ListSlide extends SlideBase {
  readonly layout: 'list'
  /** One to fourteen, those below other points included. */
  readonly points: readonly Point[]
  /** Numbers instead of dots, for points whose order matters. */
  readonly ordered?: true
  /** Each point is a step, with the points below it. Otherwise all are there at once. */
  readonly stepwise?: true
}

export interface Point {
  /** The point, one sentence at most. */
  readonly text: Localized<Markdown>
  /** The level below, in the quiet colour. */
  readonly points?: readonly Localized<Markdown>[]
}

/** How many lines of points have room. */
const MOST = 14
/** Up to so many points stand in one column. */
const COLUMN = 5

export const list: Layout<ListSlide> = { ground: 'paper', render: renderList, check: checkPoints }

function checkPoints(slide: ListSlide): string[] {
  const count = countPoints(slide)
  if (count === 0) return ['points has no point; write one.']
  if (count > MOST) {
    return [`the list has ${count} points, and ${MOST} have room; shorten it or make it two slides.`]
  }
  return checkHeight('the points', slide.title, (language) => estimateHeight(slide, language))
}

/** Points in two columns stand in rows, each as high as its longer point. */
function estimateHeight(slide: ListSlide, language: Language): number {
  const { points } = slide
  const [size, width] = countColumns(slide) === 1 ? [2.4, 86] : [2, 40]
  const heights = points.map(({ text, points = [] }) => {
    const own = heightOf(text[language].markdown, { size, width, leading: 1.3 })
    const below = points.map(
      (one) => 0.4 + heightOf(one[language].markdown, { size: 1.9, width: width - 2, leading: 1.3 }),
    )
    return below.reduce((sum, height) => sum + height, own)
  })
  const rows = countRows(slide)
  return heights
    .slice(0, rows)
    .reduce((sum, height, row) => sum + 1.2 + Math.max(height, heights[rows + row] ?? 0), 1.2)
}

function countPoints({ points }: ListSlide): number {
  return points.reduce((sum, point) => sum + 1 + (point.points?.length ?? 0), 0)
}

function countColumns(slide: ListSlide): number {
  return countPoints(slide) > COLUMN && slide.points.length > 1 ? 2 : 1
}

function countRows(slide: ListSlide): number {
  return Math.ceil(slide.points.length / countColumns(slide))
}

/** A real list; long ones stand in two columns. */
function renderList(slide: ListSlide, context: SlideContext): Html {
  const { points, ordered, stepwise } = slide
  const element = raw(ordered ? 'ol' : 'ul')
  return html`${renderTitle(context, slide.title)}
    <${element} class="points" data-columns="${countColumns(slide)}" style="--rows: ${countRows(slide)}">${points.map(
      (point, index) => html`<li ${stepIf(stepwise, index, 'point')}>${renderPoint(point, context)}</li>`,
    )}</${element}>`
}

function renderPoint({ text, points = [] }: Point, context: SlideContext): Html {
  if (points.length === 0) return write(context, text)
  return html`${write(context, text)}<ul class="below">${points.map((point) => html`<li>${write(context, point)}</li>`)}</ul>`
}
