import type { MeasuredParagraph, Rectangle } from '../../measured/measured-slide.ts'
import { unite } from '../../measured/rectangle.ts'

/** The paragraphs of one text box, from top to bottom. */
export type TextGroup = readonly MeasuredParagraph[]

/** Baselines and edges with a smaller difference, in pixels, count as the same. */
const SAME = 1.5

/**
 * Groups a slide's paragraphs into text boxes: those that flow together on the page and keep their lines in a
 * box of one width.
 */
export function groupText(paragraphs: readonly MeasuredParagraph[]): TextGroup[] {
  const groups: MeasuredParagraph[][] = []
  for (const paragraph of joinRows(paragraphs)) {
    const group = groups.at(-1)
    if (group !== undefined && belongs(paragraph, group)) group.push(paragraph)
    else groups.push([paragraph])
  }
  return groups
}

/** The widths at which a paragraph keeps its lines: from `least` up to but not including `most`. */
export function widthsOf({ lines }: MeasuredParagraph): { least: number; most: number } {
  const widths = lines.map(({ left, right }) => right - left)
  const longer = lines.map(({ next }, index) =>
    next === null ? Number.POSITIVE_INFINITY : (widths[index] ?? 0) + next,
  )
  return { least: Math.max(...widths), most: Math.min(...longer) }
}

/** The left edge of a paragraph with its list mark, which hangs before the text. */
export function edgeOf({ flow, marker }: MeasuredParagraph): number {
  return marker === null ? flow.left : flow.left - marker.indent * (marker.level + 1)
}

/** The area of a group's letters. */
export function inkOf(group: TextGroup): Rectangle {
  return unite(
    group.flatMap(({ lines, leading }) =>
      lines.map(({ left, right, baseline }) => {
        return { left, right, top: baseline - leading * 0.8, bottom: baseline + leading * 0.2 }
      }),
    ),
  )
}

function belongs(paragraph: MeasuredParagraph, group: TextGroup): boolean {
  const before = group.at(-1)
  if (before === undefined || paragraph.isTitle || before.isTitle) return false
  const widths = [...group, paragraph].map(widthsOf)
  const [first, last] = [paragraph.lines[0]?.baseline ?? 0, before.lines.at(-1)?.baseline ?? 0]
  const isBelow = inkOf([paragraph]).top > inkOf([before]).top + SAME && first > last
  const isAligned = paragraph.align !== 'left' || Math.abs(edgeOf(paragraph) - edgeOf(before)) < SAME
  const isAlike = (['align', 'master', 'layer'] as const).every((name) => paragraph[name] === before[name])
  const fits = Math.max(...widths.map(({ least }) => least)) < Math.min(...widths.map(({ most }) => most)) - 2
  const isOne = paragraph.cell === before.cell || (paragraph.card !== null && paragraph.card === before.card)
  return isOne && isBelow && isAligned && isAlike && fits
}

/** Joins paragraphs that are side by side on one line, no more than a word's space apart. */
function joinRows(paragraphs: readonly MeasuredParagraph[]): MeasuredParagraph[] {
  const joined: MeasuredParagraph[] = []
  for (const paragraph of paragraphs) {
    const before = joined.at(-1)
    const isAlone = paragraphs.filter(({ cell }) => cell === paragraph.cell).length === 1
    if (before !== undefined && isAlone && continuesLine(paragraph, before))
      joined[joined.length - 1] = join(before, paragraph)
    else joined.push(paragraph)
  }
  return joined
}

function continuesLine(paragraph: MeasuredParagraph, before: MeasuredParagraph): boolean {
  const [line] = paragraph.lines
  const [other] = before.lines
  if (line === undefined || other === undefined || paragraph.lines.length + before.lines.length > 2)
    return false
  const gap = line.left - other.right
  const size = before.runs[0]?.size ?? 0
  const isRow = paragraph.row !== null && paragraph.row.id === before.row?.id
  return isRow && Math.abs(line.baseline - other.baseline) < SAME && gap > 0 && gap < size
}

/** Joins two paragraphs into one line, which takes the cell of their row. */
function join(one: MeasuredParagraph, other: MeasuredParagraph): MeasuredParagraph {
  const [first, second] = [one.lines[0], other.lines[0]]
  const last = one.runs.at(-1)
  if (first === undefined || second === undefined || last === undefined) return one
  return {
    ...one,
    cell: one.row?.cell ?? one.cell,
    row: null,
    runs: [...one.runs.slice(0, -1), { ...last, text: `${last.text} ` }, ...other.runs],
    flow: { ...one.flow, right: other.flow.right },
    lines: [{ ...first, right: second.right, next: null }],
  }
}
