import { scaleLinear } from 'd3-scale'
import { stack, stackOffsetDiverging } from 'd3-shape'
import type { ChartData } from './chart-slide.ts'

/** Where a number begins and ends, in hundredths of the plot from below. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Plot {
  readonly zero: number
  /** A few round numbers and where they are; zero is one. */
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
  /** A list a category, with a span a series. */
  readonly spans: readonly (readonly Span[])[]
}

type Extent = readonly [from: number, to: number]

/** Places all numbers, with zero among them. Only a plot with a scale beside it ends at round numbers. */
export function placeValues(data: ChartData, hasScale: boolean): Plot {
  const extents = stackValues(data)
  const ends = [0, ...extents.flat(2)]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const scale = scaleLinear([low, low === high ? low + 1 : high], [0, 100])
  if (hasScale) scale.nice(2)
  const place = (value: number) => Number(scale(value).toFixed(2))
  return {
    zero: place(0),
    ticks: scale.ticks(2).map((value) => ({ value, at: place(value) })),
    spans: extents.map((row) => row.map(([from, to]) => ({ from: place(from), to: place(to) }))),
  }
}

/** Where each number begins and ends, in its own unit; the lower end first. A line's number is a point. */
function stackValues({ kind, categories, series }: ChartData): Extent[][] {
  const rows = categories.map((_, index) => series.map(({ values }) => values[index] ?? 0))
  if (kind === 'lines') return rows.map((row) => row.map((value) => [value, value]))
  if (kind === 'bars') return rows.map((row) => row.map((value) => [Math.min(0, value), Math.max(0, value)]))
  if (kind !== 'parts') return rows.map(stackRow)
  // The first part is on top, as a list is read.
  return stackRow(rows.flat().toReversed())
    .toReversed()
    .map((extent) => [extent])
}

/** Numbers above zero upwards from it, those below downwards. */
function stackRow(row: readonly number[]): Extent[] {
  const layers = stack<unknown, readonly number[], number>()
    .keys(row.keys())
    .value((values, key) => values[key] ?? 0)
    .offset(stackOffsetDiverging)
  return layers([row]).map(([point]) => [point?.[0] ?? 0, point?.[1] ?? 0])
}

/** Something in a plot that must not cover others: its middle and its height, in hundredths. */
export interface Label {
  readonly at: number
  readonly height: number
}

/** Moves labels apart, and into the plot, as far as needed; they keep their order. Returns their middles. */
export function spread(labels: readonly Label[]): number[] {
  const order = labels.map((label, index) => ({ ...label, index })).sort((a, b) => a.at - b.at)
  let least = 0
  const raised = order.map((label) => {
    const at = Math.max(label.at, least + label.height / 2)
    least = at + label.height / 2
    return { ...label, at }
  })
  let most = 100
  const settled = raised.toReversed().map((label) => {
    const at = Math.min(label.at, most - label.height / 2)
    most = at - label.height / 2
    return { ...label, at }
  })
  return settled.sort((a, b) => a.index - b.index).map(({ at }) => at)
}
