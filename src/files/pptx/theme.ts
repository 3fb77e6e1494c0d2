import type { MeasuredColor } from '../../measured/measured-slide.ts'

/** The deck's palette (src/page/styles/tokens.css) as PowerPoint's theme: who changes the theme changes every slide. */
export const THEME = {
  dk1: '0D1B2A',
  lt1: 'FFFFFF',
  dk2: '50596A',
  lt2: 'FAF7F0',
  accent1: '0A7D55',
  accent2: '2746D8',
  accent3: '46D9A1',
  accent4: '86A5FF',
  accent5: 'B3261E',
  accent6: 'B9C3D3',
  hlink: '2746D8',
  folHlink: '50596A',
} as const

/** What slides call these; the others are called as the theme does. */
const NAMES: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }

/** A colour by the theme's name for it, or itself where the theme lacks it. */
export function nameColor({ hex }: MeasuredColor): string {
  const known = Object.entries(THEME).find(([, color]) => color === hex)?.[0]
  return known === undefined ? hex : (NAMES[known] ?? known)
}
