import { area } from 'd3-shape'
import { type Html, html } from '../../markup/html.ts'
import type { ChartSlide } from './chart-slide.ts'
import type { Drawn } from './drawn.ts'
import type { Plot } from './place-values.ts'
import { toneOfSeries } from './tones.ts'

interface Point {
  readonly x: number
  readonly from: number
  readonly to: number
  readonly isGap: boolean
}

/**
 * What is drawn behind or through the numbers, in a square of a hundred that styles stretch over the plot.
 * `places` are where the labels of a whole's parts stand.
 */
export function drawFrame({ slide, fit, plot }: Drawn, places: readonly number[]): Html {
  if (fit.way === 'parts') return drawTies(plot, places)
  if (fit.way === 'lying') return html`<path class="baseline" d="M${plot.zero} 0V100"/>`
  const across = (at: number) => `M0 ${100 - at}H100`
  const grid = (fit.hasScale ? plot.ticks : [])
    .filter(({ at }) => at !== plot.zero)
    .map(({ at }) => across(at))
  return html`${grid.length > 0 && html`<path class="grid" d="${grid.join('')}"/>`}
    ${slide.kind === 'areas' && slide.series.map((_, index) => drawSeries(slide, plot, index))}
    <path class="baseline" d="${across(plot.zero)}"/>
    ${slide.kind === 'lines' && slide.series.map((_, index) => drawSeries(slide, plot, index))}`
}

const AREA = area<Point>()
  .x(({ x }) => x)
  .y0(({ from }) => 100 - from)
  .y1(({ to }) => 100 - to)
  .defined(({ isGap }) => !isGap)

/** A series as a line, or as an area on those below it. */
function drawSeries(slide: ChartSlide, plot: Plot, index: number): Html {
  const [name, draw] = slide.kind === 'areas' ? ['area', AREA] : ['line', AREA.lineY1()]
  const points = listPoints(slide, plot, index)
  return html`<path class="${name}" data-tone="${toneOfSeries(slide, index)}" d="${draw(points) ?? ''}"/>`
}

/** The points of a series; each stands in the middle of its category. */
function listPoints({ categories, series }: ChartSlide, { spans }: Plot, index: number): Point[] {
  return spans.flatMap((row, category) => {
    const span = row[index]
    const x = Number(((100 * (category + 0.5)) / categories.length).toFixed(2))
    return span === undefined ? [] : [{ ...span, x, isGap: series[index]?.values[category] == null }]
  })
}

/** Lines from the middle of each part to its label. */
function drawTies({ spans }: Plot, places: readonly number[]): Html {
  const ties = spans.flatMap(([span], index) =>
    span === undefined ? [] : [`M0 ${100 - (span.from + span.to) / 2}L100 ${100 - (places[index] ?? 0)}`],
  )
  return html`<path class="tie" d="${ties.join('')}"/>`
}
