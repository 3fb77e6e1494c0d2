import os from 'node:os'
import { median, medianRatio } from './stats.ts'

const DIGITS = { s: 2, ms: 0, µs: 1, B: 0, KB: 1, MB: 0, count: 0, score: 3 } as const
export type Unit = keyof typeof DIGITS

/** One measured quantity: all its runs, and the floor's runs in the same order. */
export interface Figure {
  readonly name: string
  readonly unit: Unit
  readonly values: readonly number[]
  readonly floor?: readonly number[]
  /** The target, as the table shows it. Nothing is asserted. */
  readonly target?: string
}

/** A figure that is measured once. */
export function figure(name: string, unit: Unit, value: number, target = ''): Figure {
  return { name, unit, values: [value], target }
}

/** `1.44 s (1.40–1.52)`, the median and the range; counts and scores have no unit. */
export function formatSpread(values: readonly number[], unit: Unit): string {
  const show = (value: number) => value.toFixed(DIGITS[unit])
  const [least, most] = [show(Math.min(...values)), show(Math.max(...values))]
  const name = unit === 'count' || unit === 'score' ? '' : ` ${unit}`
  return `${show(median(values))}${name}${least === most ? '' : ` (${least}–${most})`}`
}

/** The figures as a table in Markdown. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = figures.map(renderRow)
  return ['| | median (min–max) | floor | × floor | target |', '|---|---|---|---|---|', ...rows].join('\n')
}

function renderRow({ name, unit, values, floor, target = '' }: Figure): string {
  const compared = floor === undefined ? ['', ''] : [formatSpread(floor, unit), formatRatio(values, floor)]
  return `| ${[name, formatSpread(values, unit), ...compared, target].join(' | ')} |`
}

/** Empty when the floor is 0, as there is no ratio. */
function formatRatio(values: readonly number[], floor: readonly number[]): string {
  return Math.min(...floor) === 0 ? '' : medianRatio(values, floor).toFixed(2)
}

/** The machine and Node's version: figures can be compared only where these are the same. */
export function describeMachine(): string {
  const processor = os.cpus()[0]?.model.trim() ?? process.arch
  return `Node ${process.version}, ${os.availableParallelism()} cores (${processor}), ${os.platform()}`
}
