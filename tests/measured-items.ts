import type {
  MeasuredBox,
  MeasuredDots,
  MeasuredLine,
  MeasuredParagraph,
  MeasuredPath,
} from '../src/measured/measured-slide.ts'

/** A line's edges and baseline; `next` is the width that the next word would add. */
type Line = readonly [left: number, right: number, baseline: number, next?: number]

/** A paragraph as the page reports it, with the given lines and any other fields that matter to the test. */
export function paragraph(
  lines: readonly Line[],
  changes: Partial<MeasuredParagraph> = {},
): MeasuredParagraph {
  const measured = lines.map(
    ([left, right, baseline, next = null]): MeasuredLine => ({ left, right, baseline, next }),
  )
  const [first] = measured
  return {
    ...{
      kind: 'paragraph',
      name: 'Text',
      layer: 0,
      master: false,
      isNumber: false,
      isTitle: false,
      align: 'left',
    },
    flow: { left: first?.left ?? 0, top: 0, right: 500, bottom: 100 },
    lines: measured,
    leading: 30,
    runs: [
      {
        ...{ text: 'words', lang: 'en', family: 'Instrument Sans', size: 20, bold: false, italic: false },
        ...{ color: { hex: '0D1B2A', alpha: 1 }, tracking: 0, href: null, isUnderlined: false },
      },
    ],
    source: [{ text: 'words', href: null }],
    ...{ marker: null, cell: 1, row: null, item: null, step: null, part: 'plain', card: null },
    ...changes,
  }
}

const BASE = { layer: 0, master: false } as const
const INK = { hex: '0D1B2A', alpha: 1 }

/** A box without borders or ground. */
export function box(changes: Partial<MeasuredBox> = {}): MeasuredBox {
  const area = { left: 100, top: 100, right: 300, bottom: 200 }
  const sides = { top: null, right: null, bottom: null, left: null }
  return { kind: 'box', name: 'Box', ...BASE, id: 1, radius: 0, fill: null, ...sides, area, ...changes }
}

const PICTURE = { picture: 1, alternative: 'Dots', clip: { left: 0, top: 0, right: 100, bottom: 100 } }

/** A line of a picture. */
export function path(data: string, changes: Partial<MeasuredPath> = {}): MeasuredPath {
  const stroke = { color: INK, width: 4 }
  const matrix = [1, 0, 0, 1, 0, 0]
  return { kind: 'path', name: 'Path', ...BASE, ...PICTURE, fill: null, data, matrix, stroke, ...changes }
}

/** Dots of a picture, each at the same distance from the left and from the top. */
export function dots(places: readonly number[], color = INK): MeasuredDots {
  const points = places.map((place) => ({ x: place, y: place }))
  return { kind: 'dots', name: 'Dots', ...BASE, ...PICTURE, points, radius: 2, color }
}
