import { area, line } from 'd3-shape'
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
    ${slide.kind === 'areas' && slide.series.map((_, index) => drawArea(slide, plot, index))}
    <path class="baseline" d="${across(plot.zero)}"/>
    ${slide.kind === 'lines' && slide.series.map((_, index) => drawLine(slide, plot, index))}`
}

function drawLine(slide: ChartSlide, plot: Plot, index: number): Html {
  const points = listPoints(slide, plot, index)
  const draw = line<Point>(
    ({ x }) => x,
    ({ to }) => 100 - to,
  ).defined(({ isGap }) => !isGap)
  return html`<path class="line" data-tone="${toneOfSeries(slide, index)}" d="${draw(points) ?? ''}"/>`
}

function drawArea(slide: ChartSlide, plot: Plot, index: number): Html {
  const draw = area<Point>(
    ({ x }) => x,
    ({ from }) => 100 - from,
    ({ to }) => 100 - to,
  ).defined(({ isGap }) => !isGap)
  return html`<path class="area" data-tone="${toneOfSeries(slide, index)}" d="${draw(listPoints(slide, plot, index)) ?? ''}"/>`
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
