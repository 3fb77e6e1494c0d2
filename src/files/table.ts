import path from 'node:path'
import type { MadeFile } from './order.ts'

/** A file's row in the table; `seconds` from the start of the export until it was finished. */
export type Row = MadeFile & { readonly seconds: number }

/** `126 KB`, `1.3 MB`. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** A table of file, pages, size and seconds: names aligned left, figures right. */
export function formatTable(folder: string, rows: readonly Row[]): string {
  const lines = [
    ['file', 'pages', 'size', 'seconds'],
    ...rows.map(({ name, pages, bytes, seconds }) => [
      path.join(folder, name),
      `${pages}`,
      formatSize(bytes.length),
      seconds.toFixed(1),
    ]),
  ]
  const widthOf = (column: number) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column))
  return lines.map((cells) => cells.map(align).join('  ')).join('\n')
}
