import { medianRatio, type Spread, spread } from './stats.ts'

export type Unit = 's' | 'ms' | 'µs' | 'B' | 'KB' | 'MB' | 'requests' | 'count' | 'score'

/** One measured quantity: all its runs, and the floor's runs in the same order. */
export interface Figure {
  readonly name: string
  readonly unit: Unit
  readonly values: readonly number[]
  readonly floor?: readonly number[]
  /** The target, as the table shows it. Nothing is asserted. */
  readonly target?: string
}

const DIGITS: Readonly<Record<Unit, number>> = {
  s: 2,
  ms: 0,
  µs: 1,
  B: 0,
  KB: 1,
  MB: 0,
  requests: 0,
  count: 0,
  score: 3,
}

const NAMELESS: readonly Unit[] = ['requests', 'count', 'score']

/** `1.44 s (1.40–1.52)`; counts and scores have no unit. */
export function formatSpread({ median, min, max }: Spread, unit: Unit): string {
  const show = (value: number) => value.toFixed(DIGITS[unit])
  const name = NAMELESS.includes(unit) ? '' : ` ${unit}`
  const range = show(min) === show(max) ? '' : ` (${show(min)}–${show(max)})`
  return `${show(median)}${name}${range}`
}

/** The figures as a table in Markdown. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => renderRow(figure))
  return ['| | median (min–max) | floor | × floor | target |', '|---|---|---|---|---|', ...rows].join('\n')
}

function renderRow({ name, unit, values, floor, target = '' }: Figure): string {
  const cells = [name, formatSpread(spread(values), unit)]
  if (floor === undefined) cells.push('', '')
  else cells.push(formatSpread(spread(floor), unit), formatRatio(values, floor))
  return `| ${[...cells, target].join(' | ')} |`
}

/** Empty when the floor is 0, as there is no ratio. */
function formatRatio(values: readonly number[], floor: readonly number[]): string {
  return Math.min(...floor) === 0 ? '' : medianRatio(values, floor).toFixed(2)
}
