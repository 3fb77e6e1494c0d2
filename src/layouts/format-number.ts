import type { Language } from '../deck/language.ts'

/** A number as the language writes it: `1 234,5`, `1,234.5`. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: 'always',
    signDisplay: 'negative',
  })
  // The deck's font has no minus sign, and screen readers understand the hyphen.
  return format.format(value).replace('−', '-')
}
