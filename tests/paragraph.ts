import type { MeasuredLine, MeasuredParagraph } from '../src/measured/measured-slide.ts'

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
        ...{ color: { hex: '0D1B2A', alpha: 1 }, tracking: 0, href: null },
      },
    ],
    source: [{ text: 'words', href: null }],
    ...{ marker: null, cell: 1, row: null, item: null, step: null, part: 'plain', card: null },
    ...changes,
  }
}
