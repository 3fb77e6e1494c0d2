import { PALETTE } from '../../drawings/palette.ts'
import type { MeasuredColor } from '../../measured/measured-slide.ts'

/** As PowerPoint writes a colour. */
const hex = (name: keyof typeof PALETTE) => PALETTE[name].slice(1).toUpperCase()

/** The deck's palette as PowerPoint's theme: who changes the theme changes every slide. */
export const THEME = {
  dk1: hex('ink'),
  lt1: hex('white'),
  dk2: hex('slate'),
  lt2: hex('paper'),
  accent1: hex('green'),
  accent2: hex('blue'),
  accent3: hex('green-light'),
  accent4: hex('blue-light'),
  accent5: hex('red'),
  accent6: hex('mist'),
  hlink: hex('blue'),
  folHlink: hex('slate'),
}

/** What slides call these; the others are called as the theme does. */
const NAMES: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }

/** A colour by the theme's name for it, or itself where the theme lacks it. */
export function nameColor(color: MeasuredColor): string {
  const known = Object.entries(THEME).find(([, own]) => own === color.hex)?.[0]
  return known === undefined ? color.hex : (NAMES[known] ?? known)
}
