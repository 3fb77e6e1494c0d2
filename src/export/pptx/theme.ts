import type { Role } from '../../slide.ts'

/** The deck's palette (src/styles/tokens.css) as PowerPoint's theme: who changes the theme changes every slide. */
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

/** Colours by name; each but the last is one of the theme's. */
export const COLORS = {
  ink: 'tx1',
  white: 'bg1',
  slate: 'tx2',
  paper: 'bg2',
  green: 'accent1',
  blue: 'accent2',
  greenLight: 'accent3',
  blueLight: 'accent4',
  red: 'accent5',
  mist: 'accent6',
  line: 'DCD6C8',
} as const

export type Color = keyof typeof COLORS

/**
 * The deck's own families are on hardly any computer, and a font that is missing is replaced by any other. This one
 * is on all of them, or one of the same widths. It stands in the theme alone: choosing other theme fonts changes
 * every slide.
 */
export const FONT = 'Arial'

const ON_PAPER: Readonly<Record<Role, Color>> = {
  clusters: 'green',
  companies: 'blue',
  climate: 'green',
  digital: 'blue',
  fall: 'red',
  ride: 'green',
}
const ON_INK: Readonly<Record<Role, Color>> = {
  clusters: 'greenLight',
  companies: 'blueLight',
  climate: 'greenLight',
  digital: 'blueLight',
  fall: 'red',
  ride: 'greenLight',
}

export function colorOf(role: Role, ground: 'paper' | 'ink'): Color {
  return ground === 'ink' ? ON_INK[role] : ON_PAPER[role]
}
