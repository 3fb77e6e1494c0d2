import { type Html, html } from '../../markup/html.ts'
import { renderSources, renderTitle, type SlideContext, say } from '../context.ts'
import { formatNumber } from '../format-number.ts'
import type { Layout } from '../layout.ts'
import type { ChartSlide } from './chart-slide.ts'
import { checkChart } from './check-chart.ts'
import { drawFrame } from './draw-frame.ts'
import { type Drawn, isTucked, writeNumber } from './drawn.ts'
import { fitChart } from './fit-chart.ts'
import { placeValues, spread } from './place-values.ts'
import { renderNumbers } from './render-numbers.ts'

export const chart: Layout<ChartSlide> = { ground: 'paper', render: renderChart, check: checkChart }

function renderChart(slide: ChartSlide, context: SlideContext): Html {
  const { kind, title, categories, series, sources = [] } = slide
  const fit = fitChart(slide)
  const drawn = { slide, fit, context, plot: placeValues(slide, fit.hasScale) }
  const places = placeLabels(drawn)
  const lengths = {
    count: categories.length,
    series: series.length,
    digits: fit.digits,
    lines: fit.lines,
    labels: fit.labels.toFixed(1),
    zero: drawn.plot.zero,
    every: fit.every.wide,
    each: fit.every.compact,
  }
  const style = Object.entries(lengths).map(([name, length]) => `--${name}: ${length}`)
  return html`${renderTitle(context, title)}
    <div role="group" class="chart${fit.size === 'small' && ' small-print'}" data-chart="${kind}" data-way="${fit.way}" data-size="${fit.size}" data-names="${fit.namesBeside ? 'beside' : 'above'}" data-head="${fit.namesBeside && slide.unit === undefined ? 'no' : 'yes'}" data-keys="${series.length > 1 ? 'yes' : 'no'}" data-scale="${fit.hasScale ? 'yes' : 'no'}" data-below="${drawn.plot.zero > 0 ? 'yes' : 'no'}" data-every="${fit.every.wide}" data-decimals="${slide.decimals ?? 0}"${fit.hasScale && html` data-step="${stepOf(drawn)}"`} style="${style.join('; ')}" aria-label="${say(context, slide.alternative)}">
      <div class="plot">
        ${renderFrame(drawn, places)}
        ${fit.hasScale && renderScale(drawn)}
        ${renderNumbers(drawn, places)}
      </div>
    </div>
    ${renderSources(context, sources)}`
}

/** Where the labels of a whole's parts stand: beside them, and apart from each other. */
function placeLabels({ fit, plot }: Drawn): number[] {
  if (fit.way !== 'parts') return []
  return spread(
    plot.spans.flatMap((row) => row.map(({ from, to }) => ({ at: (from + to) / 2, height: 100 / 6 }))),
  )
}

/** The distance of two numbers of the scale. */
function stepOf({ plot: { ticks } }: Drawn): number {
  const [first, second] = ticks
  return first === undefined || second === undefined ? 1 : Number((second.value - first.value).toPrecision(6))
}

/** The drawing says all numbers where not all are shown beside it, as a printed table lacks what is hidden. */
function renderFrame(drawn: Drawn, places: readonly number[]): Html {
  const { slide, context } = drawn
  const isWhole = slide.categories.every((_, row) =>
    slide.series.every((_, index) => !isTucked(drawn, row, index)),
  )
  const spoken = html` role="img" data-repeats aria-label="${say(context, slide.alternative)} ${listNumbers(drawn)}"`
  return html`<svg class="curves" viewBox="0 0 100 100" preserveAspectRatio="none"${drawn.fit.way !== 'parts' && html` data-plot`}${isWhole ? html` aria-hidden="true"` : spoken}>${drawFrame(drawn, places)}</svg>`
}

function listNumbers(drawn: Drawn): string {
  const { slide, context } = drawn
  const { categories, series } = slide
  const lists = series.map(({ name, values }) => {
    const numbers = categories.map(
      ({ label }, index) => `${say(context, label)} ${writeNumber(drawn, values[index])}`,
    )
    return `${say(context, name)}: ${numbers.join(', ')}.`
  })
  return lists.join(' ')
}

function renderScale({ plot, context }: Drawn): Html {
  const digits = plot.ticks.map(({ value }) => String(value).split('.')[1]?.length ?? 0)
  const decimals = Math.max(...digits)
  return html`<ol class="scale small-print" aria-hidden="true">${plot.ticks.map(
    ({ value, at }) => html`<li style="--at: ${at}">${formatNumber(value, decimals, context.language)}</li>`,
  )}</ol>`
}
