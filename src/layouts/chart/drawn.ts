import type { SlideContext } from '../context.ts'
import { formatNumber } from '../format-number.ts'
import type { ChartSlide } from './chart-slide.ts'
import { type Fit, hasRoomInside } from './fit-chart.ts'
import type { Plot } from './place-values.ts'

/** A chart with all its lengths. */
export interface Drawn {
  readonly slide: ChartSlide
  readonly fit: Fit
  readonly plot: Plot
  readonly context: SlideContext
}

/** A number in the language's way; nothing is a dash. */
export function writeNumber({ slide, context }: Drawn, value: number | null | undefined): string {
  return value == null ? '–' : formatNumber(value, slide.decimals ?? 0, context.language)
}

/** Whether a number is not to be seen on a wide screen, for want of room. */
export function isTucked({ slide, fit, plot }: Drawn, row: number, index: number): boolean {
  const { from, to } = plot.spans[row]?.[index] ?? { from: 0, to: 0 }
  return slide.kind === 'stacked' ? !hasRoomInside(fit, to - from) : fit.hasScale
}
