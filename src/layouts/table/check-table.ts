import { LANGUAGES } from '../../deck/language.ts'
import { formatCell } from './cell.ts'
import type { TableSlide } from './table-slide.ts'

const MOST = { rows: 14, columns: 7 } as const
/** With more rows than this all text is smaller. */
export const LARGE = 8
/** The letters that have room in a row, a gap between two columns counted as three. */
const WIDEST = { large: 88, small: 122 } as const

/** Finds a table that can't fit, and rows that do not match the columns. */
export function checkTable(slide: TableSlide): string[] {
  const { columns, rows } = slide
  if (columns.length === 0 || rows.length === 0) return ['the table is empty; give it columns and rows.']
  const faults: string[] = []
  if (columns.length > MOST.columns) {
    const most = `${MOST.columns} have room beside the first`
    faults.push(`the table has ${columns.length} columns, and ${most}; leave some out or make it two slides.`)
  }
  if (rows.length > MOST.rows) {
    faults.push(
      `the table has ${rows.length} rows, and ${MOST.rows} have room; sum some up or make it two slides.`,
    )
  }
  for (const [index, { cells }] of rows.entries()) {
    if (cells.length === columns.length) continue
    const counts = `${cells.length} cells for ${columns.length} columns`
    faults.push(`rows.${index} has ${counts}; write null where there is nothing.`)
  }
  return faults.length > 0 ? faults : checkWidth(slide)
}

/** Checks that the longest words and numbers of all columns have room side by side. */
function checkWidth({ heading, columns, rows }: TableSlide): string[] {
  const most = rows.length > LARGE ? WIDEST.small : WIDEST.large
  return LANGUAGES.flatMap((language) => {
    const longest = (texts: readonly string[]) =>
      Math.max(...texts.flatMap((text) => text.split(/[ -]/)).map((word) => word.length))
    const widths = columns.map((column, index) => {
      const cells = rows.map((row) => formatCell(row.cells[index], column.decimals ?? 0, language))
      return longest([column.heading[language], column.unit?.[language] ?? '', ...cells])
    })
    const first = longest([heading[language], ...rows.map((row) => row.heading[language])])
    const width = widths.reduce((sum, one) => sum + 3 + one, first)
    if (width <= most) return []
    const needed = `${width} letters side by side, and ${most} have room`
    return [
      `the longest words of the table (${language}) take ${needed}; shorten them or leave a column out.`,
    ]
  })
}
