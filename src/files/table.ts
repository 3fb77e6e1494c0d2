/** A written file's row in the table. */
export interface Row {
  readonly file: string
  readonly pages: number
  readonly bytes: number
  /** Seconds from the start of the export until the file was finished. */
  readonly seconds: number
}

/** `126 KB`, `1.3 MB`. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** A table of file, pages, size and seconds: names aligned left, figures right. */
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
  const widthOf = (column: number) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column))
  return lines.map((cells) => cells.map(align).join('  ')).join('\n')
}
