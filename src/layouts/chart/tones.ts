import type { ChartData } from './chart-slide.ts'

/**
 * How bars, lines and areas look, so that they differ by more than colour: filled or only framed, whole or
 * dashed. The one that matters is `strong`.
 */
export type Tone = 'strong' | 'framed' | 'filled' | 'dashed' | 'plain'
const OTHERS = ['framed', 'filled', 'dashed'] as const

/** The tone of a number. A series has one, unless one of its categories is marked. */
export function toneOf({ kind, categories, series }: ChartData, category: number, index: number): Tone {
  if (categories[category]?.marked && series.length === 1) return 'strong'
  if (kind !== 'parts' || hasMarked({ categories, series }))
    return toneOfSeries({ categories, series }, index)
  return category === 0 ? 'strong' : category % 2 === 1 ? 'plain' : 'filled'
}

/** The tone of a series, as its key shows it. */
export function toneOfSeries(data: Omit<ChartData, 'kind'>, index: number): Tone {
  if (hasMarked(data)) return 'plain'
  const marked = data.series.findIndex((one) => one.marked)
  const strong = Math.max(0, marked)
  if (index === strong) return 'strong'
  return OTHERS[index < strong ? index : index - 1] ?? 'dashed'
}

function hasMarked({ categories, series }: Omit<ChartData, 'kind'>): boolean {
  return series.length === 1 && categories.some(({ marked }) => marked)
}
