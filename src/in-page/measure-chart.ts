import type { ChartPaint, MeasuredChart, MeasuredColor, Rectangle } from '../measured/measured-slide.ts'
import { unite } from '../measured/rectangle.ts'
import { readColor } from './measure-paint.ts'
import { refuse } from './refuse.ts'

/**
 * A chart's numbers and how they look. The page has them in the chart's table: a head with the names of the
 * series, each with a `.key` that shows its look, and rows of a category and its numbers, each as `<data>`
 * beside a `.bar` that shows its look where it has one. `data-plot` marks what is drawn, `data-name` what
 * names it, `data-apart` what is text of its own.
 */
export function measureChart(
  chart: HTMLElement,
  areaOf: (element: Element) => Rectangle,
): Omit<MeasuredChart, 'kind' | 'name' | 'layer' | 'master'> {
  const table = chart.querySelector('table')
  const areasOf = (parts: string) => [...chart.querySelectorAll(parts)].map(areaOf)
  const [head, ...rows] = table?.rows ?? []
  if (table === null || head === undefined)
    refuse(chart, 'no table of its numbers', 'render them as the layout `chart` does')
  const style = getComputedStyle(chart)
  const names = areasOf('[data-name]')
  const plot = unite(areasOf('[data-plot]'))
  const lies = chart.dataset['way'] === 'lying'
  const { step } = chart.dataset
  return {
    area: { ...areaOf(chart), top: unite([areaOf(table), ...names]).top },
    // Numbers stand beyond the ends of lying bars.
    plot: lies ? { ...plot, left: unite(areasOf('tbody th')).right, right: areaOf(chart).right } : plot,
    names: names.length === 0 ? null : unite(names),
    alternative: chart.ariaLabel ?? '',
    chart: chart.dataset['chart'] ?? '',
    lies,
    every: Number(chart.dataset['every']),
    step: step === undefined ? null : Number(step),
    decimals: Number(chart.dataset['decimals']),
    size: Number.parseFloat(style.fontSize),
    color: readColor(style.color, 1) ?? null,
    baseline: strokeOf(chart.querySelector('.baseline')),
    grid: strokeOf(chart.querySelector('.grid')),
    categories: rows.map((row) => wordsOf(row.cells[0])),
    series: [...head.cells].slice(1).map((name, index) => {
      const cells = rows.map((row) => row.cells[index + 1])
      const paint = readLook(name.querySelector('.key') ?? name)
      return {
        name: wordsOf(name),
        values: cells.map((cell) => {
          const data = cell?.querySelector('data')
          return data == null ? null : Number(data.value)
        }),
        paint,
        paints: cells.map((cell) => {
          const bar = cell?.querySelector('.bar')
          return bar == null ? paint : readLook(bar)
        }),
      }
    }),
    rows: [
      [wordsOf(table.caption), ...[...head.cells].slice(1).map(wordsOf)],
      ...rows.map((row) => [...row.cells].map(wordsOf)),
    ],
  }
}

function strokeOf(line: Element | null): MeasuredColor | null {
  return line === null ? null : (readColor(getComputedStyle(line).stroke, 1) ?? null)
}

function readLook(shape: Element): ChartPaint {
  const style = getComputedStyle(shape)
  const line = readColor(style.borderTopColor, 1)
  const width = Number.parseFloat(style.borderTopWidth)
  return {
    fill: readColor(style.backgroundColor, 1) ?? null,
    line: line === undefined || width === 0 ? null : { color: line, width, dash: style.borderTopStyle },
    text: readColor(style.color, 1) ?? null,
  }
}

/** The words of a cell or the caption, without those that only repeat a number. */
function wordsOf(cell: Element | null | undefined): string {
  if (cell == null) return ''
  const copy = cell.cloneNode(true)
  if (copy instanceof Element) for (const part of copy.querySelectorAll('[aria-hidden]')) part.remove()
  return (copy.textContent ?? '').trim()
}
