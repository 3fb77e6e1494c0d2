import type { ChartPaint, MeasuredChart } from '../measured/measured-slide.ts'
import { readColor } from './measure-paint.ts'
import { refuse } from './refuse.ts'

/**
 * A chart's numbers and how they look. The page has them in the chart's table: a head with the names of the
 * series, each with a `.key` that shows its look, and rows of a category and its numbers, each as `<data>`
 * beside a `.bar` that shows its look where it has one.
 */
export function measureChart(
  chart: HTMLElement,
): Omit<MeasuredChart, 'kind' | 'name' | 'layer' | 'master' | 'area'> {
  const table = chart.querySelector('table')
  const [head, ...rows] = table?.rows ?? []
  if (head === undefined) refuse(chart, 'no table of its numbers', 'render them as the layout `chart` does')
  const style = getComputedStyle(chart)
  const baseline = chart.querySelector('.baseline, .grid')
  return {
    alternative: chart.ariaLabel ?? '',
    chart: chart.dataset['chart'] ?? '',
    lies: chart.dataset['way'] === 'lying',
    hasScale: chart.dataset['scale'] === 'yes',
    decimals: Number(chart.dataset['decimals']),
    size: Number.parseFloat(style.fontSize),
    color: readColor(style.color, 1) ?? null,
    lineColor: baseline === null ? null : (readColor(getComputedStyle(baseline).stroke, 1) ?? null),
    categories: rows.map((row) => wordsOf(row.cells[0])),
    series: [...head.cells].slice(1).map((name, index) => {
      const cells = rows.map((row) => row.cells[index + 1])
      const paint = readLook(name.querySelector('.key'), name)
      return {
        name: wordsOf(name),
        values: cells.map((cell) => {
          const data = cell?.querySelector('data')
          return data == null ? null : Number(data.value)
        }),
        paint,
        paints: cells.map((cell) => {
          const bar = cell?.querySelector('.bar')
          return cell == null || bar == null ? paint : readLook(bar, cell.querySelector('.figure') ?? cell)
        }),
      }
    }),
    rows: [head, ...rows].map((row) => [...row.cells].map(wordsOf)),
  }
}

function readLook(shape: Element | null, text: Element): ChartPaint {
  const color = readColor(getComputedStyle(text).color, 1) ?? null
  if (shape === null) return { fill: null, line: null, text: color }
  const style = getComputedStyle(shape)
  const line = readColor(style.borderTopColor, 1)
  const width = Number.parseFloat(style.borderTopWidth)
  return {
    fill: readColor(style.backgroundColor, 1) ?? null,
    line: line === undefined || width === 0 ? null : { color: line, width, dash: style.borderTopStyle },
    text: color,
  }
}

/** The words of a cell, without those that only repeat a number. */
function wordsOf(cell: Element | undefined): string {
  if (cell === undefined) return ''
  const copy = cell.cloneNode(true)
  if (copy instanceof Element) for (const part of copy.querySelectorAll('[aria-hidden]')) part.remove()
  return (copy.textContent ?? '').trim()
}
