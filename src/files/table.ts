/** What was written, as the table shows it. */
export interface Row {
  readonly file: string
  readonly pages: number
  readonly bytes: number
  /** From the start until it was made. */
  readonly seconds: number
}

/** `126 KB`, `1.3 MB`. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** File, pages, size and seconds in columns, names to the left and figures to the right. */
export function formatTable(rows: readonly Row[]): string {
  const lines = [
    ['file', 'pages', 'size', 'seconds'],
    ...rows.map(({ file, pages, bytes, seconds }) => [
      file,
      `${pages}`,
      formatSize(bytes),
      seconds.toFixed(1),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  return lines.map((cells) => cells.map(align).join('  ')).join('\n')
}
