import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { asStream, unpack } from './streams.ts'

/** A font's map from character codes to widths and text. */
export interface Font {
  /** A glyph's advance in thousandths of the font size. */
  widthOf(code: number): number
  /** The text of a code; empty if the font does not give it. */
  textOf(code: number): string
  /** The code of the space character, if the font has one. */
  readonly space: number | undefined
}

/** Reads a font in the form that Chromium prints: Type 0, two bytes per code (ISO 32000-1, 9.7). */
export function readFont(dict: PDFDict): Font {
  const descendant = dict.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const widths = readWidths(descendant.lookup(PDFName.of('W'), PDFArray))
  const standard = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000
  const texts = readTexts(unpack(asStream(dict.lookup(PDFName.of('ToUnicode')))).toString('latin1'))
  return {
    widthOf: (code) => widths.get(code) ?? standard,
    textOf: (code) => texts.get(code) ?? '',
    space: [...texts].find(([, text]) => text === ' ')?.[0],
  }
}

/**
 * `c [w1 w2 …]` gives one width each to the codes from c on, `c1 c2 w` the same width to all codes from c1 to
 * c2.
 */
function readWidths(array: PDFArray): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  const number = (index: number) => array.lookup(index, PDFNumber).asNumber()
  for (let index = 0; index < array.size(); ) {
    const first = number(index)
    const next = array.lookup(index + 1)
    if (next instanceof PDFArray) {
      for (let nth = 0; nth < next.size(); nth++) {
        widths.set(first + nth, next.lookup(nth, PDFNumber).asNumber())
      }
      index += 2
    } else {
      for (let code = first; code <= number(index + 1); code++) widths.set(code, number(index + 2))
      index += 3
    }
  }
  return widths
}

/** Reads a ToUnicode map's `bfchar` and `bfrange` lists (9.10.3). */
function readTexts(map: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const [, kind, list = ''] of map.matchAll(/beginbf(char|range)(.*?)endbf/gs)) {
    const codes = [...list.matchAll(/<([0-9A-F]+)>/gi)].map(([, hex]) => hex ?? '')
    const step = kind === 'char' ? 2 : 3
    for (let index = 0; index + step <= codes.length; index += step) {
      const first = parseInt(codes[index] ?? '', 16)
      const last = parseInt(codes[index + step - 2] ?? '', 16)
      const text = Buffer.from(codes[index + step - 1] ?? '', 'hex')
        .swap16()
        .toString('utf16le')
      const head = text.slice(0, -1)
      const tail = text.charCodeAt(text.length - 1)
      for (let code = first; code <= last; code++) {
        texts.set(code, head + String.fromCharCode(tail + code - first))
      }
    }
  }
  return texts
}
