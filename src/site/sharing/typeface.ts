import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs'
import type { MemoryFile } from '../../disk/memory-file.ts'
import { escapeHtml } from '../../markup/html.ts'

/** Text as shapes, so that a picture of it needs no font. Lengths are in the units of `size`. */
export interface Typeface {
  /** The width of a line of text. */
  measure(text: string, style: TextStyle): number
  /** A line as SVG paths; `place` is the left end of its baseline. Throws on a character without a glyph. */
  outline(text: string, place: TextPlace): string
}

export interface TextStyle {
  readonly size: number
  /** Added after each letter, in ems. */
  readonly spacing?: number
}

export interface TextPlace extends TextStyle {
  readonly x: number
  readonly y: number
  /** An SVG fill. */
  readonly fill: string
}

interface OpenFont {
  readonly font: Font
  readonly unitsPerEm: number
  readonly characters: ReadonlySet<number>
}

/** Opens one weight of a family, whose characters may be split among several files (TrueType). */
export function openTypeface(files: readonly MemoryFile[]): Typeface {
  const fonts = files.map(openFont)
  const lay = (text: string, { size, spacing = 0 }: TextStyle) => {
    let x = 0
    const placed = splitByFont(text, fonts).flatMap(([{ font, unitsPerEm }, run]) => {
      const buffer = new Buffer()
      buffer.addText(run)
      buffer.guessSegmentProperties()
      shape(font, buffer)
      const positions = buffer.getGlyphPositions()
      return buffer.getGlyphInfos().map(({ codepoint }, index) => {
        const { xOffset = 0, xAdvance = 0 } = positions[index] ?? {}
        const at = x + (xOffset / unitsPerEm) * size
        x += (xAdvance / unitsPerEm + spacing) * size
        return { path: font.glyphToPath(codepoint), at, scale: size / unitsPerEm }
      })
    })
    return { placed, width: x - spacing * size }
  }
  return {
    measure: (text, style) => lay(text, style).width,
    outline(text, { x, y, fill, ...style }) {
      const paths = lay(text, style).placed.map(
        ({ path, at, scale }) =>
          `<path transform="translate(${round(x + at)} ${round(y)})scale(${scale} ${-scale})" d="${path}"/>`,
      )
      return `<g fill="${escapeHtml(fill)}">${paths.join('')}</g>`
    },
  }
}

function openFont({ bytes }: MemoryFile): OpenFont {
  const face = new Face(new Blob(bytes))
  return { font: new Font(face), unitsPerEm: face.upem, characters: new Set(face.collectUnicodes()) }
}

/** Splits a text into the longest runs that one font has all characters of. */
function splitByFont(text: string, fonts: readonly OpenFont[]): [OpenFont, string][] {
  const runs: [OpenFont, string][] = []
  for (const character of text) {
    const font = fonts.find(({ characters }) => characters.has(character.codePointAt(0) ?? 0))
    if (font === undefined) throw new Error(`no font of the picture has "${character}" of "${text}"`)
    const last = runs.at(-1)
    if (last?.[0] === font) last[1] += character
    else runs.push([font, character])
  }
  return runs
}

function round(value: number): number {
  return Number(value.toFixed(2))
}
