import type { MeasuredBox, MeasuredColor, Rectangle } from '../measured/measured-slide.ts'
import { parseColour } from './colour.ts'

/** A colour and the opacity around it; undefined where it is invisible. */
export function readColor(css: string, opacity: number): MeasuredColor | undefined {
  const { red, green, blue, alpha } = parseColour(css)
  if (alpha * opacity === 0) return undefined
  const byte = (part: number) => `0${Math.round(part * 255).toString(16)}`.slice(-2)
  const hex = [red, green, blue].map(byte).join('')
  return { hex: hex.toUpperCase(), alpha: Number((alpha * opacity).toFixed(3)) }
}

export type Paint = Pick<MeasuredBox, 'fill' | 'top' | 'right' | 'bottom' | 'left' | 'radius'>

const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** Background and borders of an element; undefined where it has neither. */
export function readPaint(style: CSSStyleDeclaration, area: Rectangle, opacity: number): Paint | undefined {
  const [top = null, right = null, bottom = null, left = null] = SIDES.map((side) => {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`))
    const color = readColor(style.getPropertyValue(`border-${side}-color`), opacity)
    return width > 0 && color !== undefined ? { width, color } : null
  })
  const fill = readColor(style.backgroundColor, opacity) ?? null
  if ([fill, top, right, bottom, left].every((one) => one === null)) return undefined
  return { fill, top, right, bottom, left, radius: readRadius(style.borderTopLeftRadius, area) }
}

function readRadius(css: string, { left, right, top, bottom }: Rectangle): number {
  const side = Math.min(right - left, bottom - top)
  const radius = Number.parseFloat(css)
  return Math.min(side / 2, css.includes('%') ? (radius / 100) * side : radius)
}
