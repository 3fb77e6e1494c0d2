import type { Language, Localized } from '../../deck/language.ts'
import { typeset } from '../../markup/typeset.ts'
import { formatNumber } from '../format-number.ts'

/** A number, words, nothing (shown as a dash), or one of these as the cell that matters. */
export type Cell = Value | { readonly value: Value; readonly marked: true }
type Value = number | Localized | null

/** What a cell holds, and whether it matters. */
export function readCell(cell: Cell | undefined): { value: Value; isMarked: boolean } {
  if (typeof cell === 'object' && cell !== null && 'value' in cell)
    return { value: cell.value, isMarked: true }
  return { value: cell ?? null, isMarked: false }
}

/** A cell as the language writes it: `1 234,5`, `1,234.5`. */
export function formatCell(cell: Cell | undefined, decimals: number, language: Language): string {
  const { value } = readCell(cell)
  if (value === null) return '–'
  if (typeof value === 'object') return typeset(value[language])
  return formatNumber(value, decimals, language)
}
