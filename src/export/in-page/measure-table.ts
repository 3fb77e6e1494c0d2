import type { MeasuredCell, MeasuredItem, MeasuredTable, Rectangle } from '../measured/measured-slide.ts'
import { readPaint } from './measure-paint.ts'
import { refuse } from './refuse.ts'

interface TableOptions {
  readonly opacity: number
  readonly areaOf: (element: Element) => Rectangle
  /** What a cell holds. */
  readonly measureCell: (cell: Element) => MeasuredItem[]
}

/** A table's columns, rows and cells. Its cells hold text alone. */
export function measureTable(
  table: HTMLTableElement,
  { opacity, areaOf, measureCell }: TableOptions,
): Pick<MeasuredTable, 'alternative' | 'hasHead' | 'columns' | 'rows'> {
  const columns = new Set<number>()
  const rows = [...table.rows].map((row) => {
    const { top, bottom } = areaOf(row)
    const cells = [...row.cells].map((cell): MeasuredCell => {
      const area = areaOf(cell)
      columns.add(area.left).add(area.right)
      const style = getComputedStyle(cell)
      const paint = readPaint(style, area, opacity)
      const items = measureCell(cell)
      const paragraphs = items.filter((item) => item.kind === 'paragraph')
      if (paragraphs.length < items.length)
        refuse(cell, 'more than text in a table', 'keep pictures and boxes out of it')
      return {
        area,
        columns: cell.colSpan,
        rows: cell.rowSpan,
        fill: paint?.fill ?? null,
        borders: [paint?.top ?? null, paint?.right ?? null, paint?.bottom ?? null, paint?.left ?? null],
        middle: style.verticalAlign === 'middle',
        paragraphs,
      }
    })
    return { height: bottom - top, cells }
  })
  const edges = mergeEdges([...columns])
  return {
    alternative: table.caption?.textContent.trim() ?? table.getAttribute('aria-label') ?? '',
    hasHead: table.tHead !== null,
    columns: edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)),
    rows,
  }
}

/** Edges less than a pixel apart are one. */
function mergeEdges(edges: readonly number[]): number[] {
  return edges
    .toSorted((a, b) => a - b)
    .filter((edge, index, all) => index === 0 || edge - (all[index - 1] ?? 0) > 1)
}
