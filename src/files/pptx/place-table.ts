import type { MeasuredCell, MeasuredTable } from '../../measured/measured-slide.ts'
import type { TableCell, TableItem } from './model.ts'
import { areaOf, toParagraphs } from './place-text.ts'

/** A table with its rows and cells, their grounds and lines. */
export function placeTable(table: MeasuredTable, heading: string): TableItem {
  const { name, area, alternative, columns, hasHead, rows } = table
  return {
    kind: 'table',
    name,
    area,
    columns,
    hasHead,
    rows: rows.map(({ height, cells }) => ({ height, cells: cells.map((cell) => placeCell(cell, heading)) })),
    ...(alternative !== '' && { alternative }),
  }
}

function placeCell(
  { area, columns, rows, fill, borders, middle, paragraphs }: MeasuredCell,
  heading: string,
): TableCell {
  const text = paragraphs.length === 0 ? area : areaOf(paragraphs, 0)
  return {
    columns,
    rows,
    anchor: middle ? 'middle' : 'top',
    borders: borders.map((border) => border ?? undefined),
    inset: {
      left: Math.max(0, text.left - area.left),
      top: middle ? 0 : Math.max(0, text.top - area.top),
      right: Math.max(0, area.right - text.right),
      bottom: 0,
    },
    paragraphs: toParagraphs(paragraphs, heading),
    ...(fill !== null && { fill }),
  }
}
