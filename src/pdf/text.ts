import type { Font } from './fonts.ts'
import { type Matrix, multiply, type Operation, readMatrix, writeNumber } from './operators.ts'

/** Glyphs on one line in one font. */
export interface TextLine {
  /** The font's name in the page's resources. */
  readonly fontName: string
  readonly font: Font
  readonly size: number
  /** Places the line's start. */
  readonly matrix: Matrix
  readonly glyphs: readonly Glyph[]
}

interface Glyph {
  readonly code: number
  /** The distance from the line's start, in text units. */
  readonly x: number
}

/**
 * Smaller corrections, in thousandths of the font size, are left out: the font's own width places the glyph.
 */
const TOLERANCE = 2

/**
 * Reads the operations between `BT` and `ET` in the form that Chromium writes: one font, one matrix, and each
 * glyph moved to its place. Undefined for text in another form.
 */
export function readTextLine(
  operations: readonly Operation[],
  fonts: ReadonlyMap<string, Font>,
): TextLine | undefined {
  let fontName = ''
  let size = 0
  let matrix: Matrix | undefined
  let x = 0
  const glyphs: Glyph[] = []
  for (const { operator, operands } of operations) {
    const [first = '', second = ''] = operands
    if (operator === 'Tf') [fontName, size] = [first, Number(second)]
    else if (operator === 'Tm' && matrix === undefined) matrix = readMatrix(operands)
    else if (operator === 'Td' && Number(second) === 0) x += Number(first)
    else if (operator === 'Tj' && /^<(?:[0-9A-F]{4})*>$/i.test(first)) {
      for (const [hex] of first.matchAll(/[0-9A-F]{4}/gi)) glyphs.push({ code: parseInt(hex, 16), x })
    } else return undefined
  }
  const font = fonts.get(fontName)
  const isSingle = glyphs.every(({ x }, index) => index === 0 || x !== glyphs[index - 1]?.x)
  if (font === undefined || matrix === undefined || !isSingle) return undefined
  const start = glyphs[0]?.x ?? 0
  return {
    fontName,
    font,
    size,
    matrix: multiply([1, 0, 0, 1, start, 0], matrix),
    glyphs: glyphs.map(({ code, x }) => ({ code, x: x - start })),
  }
}

export function textOf({ font, glyphs }: TextLine): string {
  return glyphs.map(({ code }) => font.textOf(code)).join('')
}

/** A space for the end of a line, in the line's own font or, if that has no space, in another line's. */
export function spaceAfter(line: TextLine, others: readonly TextLine[]): TextLine {
  const { font, size, matrix, glyphs } = line
  const setting = [line, ...others].find(({ font }) => font.space !== undefined)
  const last = glyphs.at(-1)
  if (setting?.font.space === undefined || last === undefined) {
    throw new Error(`no font of the page has a space to set after "${textOf(line)}"`)
  }
  const end = last.x + (font.widthOf(last.code) * size) / 1000
  return {
    fontName: setting.fontName,
    font: setting.font,
    size,
    matrix: multiply([1, 0, 0, 1, end, 0], matrix),
    glyphs: [{ code: setting.font.space, x: 0 }],
  }
}

/** Writes a line as one operation. It moves glyphs only where the font's widths would misplace them. */
export function writeTextLine(line: TextLine, digits: number): string {
  const { fontName, font, size, matrix, glyphs } = line
  const parts: string[] = []
  let codes = ''
  let pen = 0
  for (const { code, x } of glyphs) {
    const shift = Math.round(pen - (x * 1000) / size)
    if (Math.abs(shift) >= TOLERANCE) {
      parts.push(`<${codes}>`, String(shift))
      codes = ''
      pen -= shift
    }
    codes += code.toString(16).padStart(4, '0')
    pen += font.widthOf(code)
  }
  parts.push(`<${codes}>`)
  const place = matrix.map((part, index) => writeNumber(part, index < 4 ? 5 : digits))
  return `BT\n${fontName} ${writeNumber(size, digits)} Tf\n${place.join(' ')} Tm\n[${parts.join('')}]TJ\nET\n`
}
