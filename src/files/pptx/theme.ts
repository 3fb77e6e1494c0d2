import { PALETTE } from '../../drawings/palette.ts'
import type { MeasuredColor } from '../../measured/measured-slide.ts'

/** A colour in PowerPoint's notation. */
const hex = (name: keyof typeof PALETTE) => PALETTE[name].slice(1).toUpperCase()

/** The deck's palette as PowerPoint's theme: a change of the theme changes every slide. */
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

/** Names that slides use for theme colours; all other colours have the theme's names. */
const NAMES: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }

/** The theme's name for a colour, or the colour itself when the theme lacks it. */
export function nameColor(color: MeasuredColor): string {
  const known = Object.entries(THEME).find(([, own]) => own === color.hex)?.[0]
  return known === undefined ? color.hex : (NAMES[known] ?? known)
}
