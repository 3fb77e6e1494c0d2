import type { SlideBase, Source } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import type { Cell } from './cell.ts'

/** A table with a header row and a header column. On a phone each row is a block of its own. */
export interface TableSlide extends SlideBase {
  readonly layout: 'table'
  /** The heading of the first column, whose cells name the rows. */
  readonly heading: Localized
  /** The other columns, seven at most. */
  readonly columns: readonly Column[]
  /** Fourteen at most. */
  readonly rows: readonly Row[]
  /** Where the numbers are from. */
  readonly sources?: readonly Source[]
}

export interface Column {
  /** Above the column. */
  readonly heading: Localized
  /** What its numbers count: `pt`, `mln. Eur`. It stands in the header. */
  readonly unit?: Localized
  /** How many digits its numbers have after the decimal sign; none without it. */
  readonly decimals?: number
}

export interface Row {
  /** In the first column, before the row. */
  readonly heading: Localized
  /**
   * One for each column: a number, words in both languages, or `null` for a dash. `{ value, marked: true }`
   * marks it.
   */
  readonly cells: readonly Cell[]
  /** The row that matters. */
  readonly marked?: true
}
