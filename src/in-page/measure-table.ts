import type { MeasuredCell, MeasuredItem, MeasuredTable, Rectangle } from '../measured/measured-slide.ts'
import { readColor, readPaint } from './measure-paint.ts'
import { checkElement, checkOpaque, refuse } from './refuse.ts'

interface TableOptions {
  readonly opacity: number
  readonly areaOf: (element: Element) => Rectangle
  /** Measures the content of a cell. */
  readonly measureCell: (cell: Element) => MeasuredItem[]
}

/** Measures a table's columns, rows and cells. Cells may hold text only. */
export function measureTable(
  table: HTMLTableElement,
  { opacity, areaOf, measureCell }: TableOptions,
): Pick<MeasuredTable, 'alternative' | 'hasHead' | 'columns' | 'rows'> {
  checkParts(table)
  const columns = new Set<number>()
  const ground = (part: Element | null) =>
    part === null ? undefined : readColor(getComputedStyle(part).backgroundColor, opacity)
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
        fill: paint?.fill ?? ground(row) ?? ground(row.parentElement) ?? null,
        borders: [paint?.top ?? null, paint?.right ?? null, paint?.bottom ?? null, paint?.left ?? null],
        middle: style.verticalAlign === 'middle',
        paragraphs,
      }
    })
    return { height: bottom - top, cells }
  })
  const edges = mergeEdges([...columns])
  return {
    alternative: table.getAttribute('aria-label') ?? '',
    hasHead: table.tHead !== null,
    columns: edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)),
    rows,
  }
}

/** Throws for table parts that paint or say something outside of cells: a file's table has only cells. */
function checkParts(table: HTMLTableElement): void {
  for (const part of table.querySelectorAll('caption, colgroup, col, thead, tbody, tfoot, tr, td, th')) {
    const style = getComputedStyle(part)
    if (style.display === 'none') continue
    checkElement(part, style)
    checkOpaque(part, Number(style.opacity))
    if (part.matches('caption'))
      refuse(part, 'a caption', 'say it in a paragraph, and in the aria-label of the table')
    const paint = part.matches('td, th') ? undefined : readPaint(style, part.getBoundingClientRect(), 1)
    if (paint === undefined) continue
    if (paint.top ?? paint.right ?? paint.bottom ?? paint.left)
      refuse(part, 'a border of its own', 'give it to the cells')
    if (paint.fill !== null && part.matches('colgroup, col'))
      refuse(part, 'a ground of its own', 'give it to the cells')
  }
}

/** Merges edges that are less than a pixel apart. */
function mergeEdges(edges: readonly number[]): number[] {
  return edges
    .toSorted((a, b) => a - b)
    .filter((edge, index, all) => index === 0 || edge - (all[index - 1] ?? 0) > 1)
}
