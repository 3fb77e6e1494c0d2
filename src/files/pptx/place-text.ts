import type { MeasuredParagraph, MeasuredRun, Rectangle } from '../../measured/measured-slide.ts'
import { edgeOf, inkOf, type TextGroup, widthsOf } from './group-text.ts'
import { ascentOf, descentOf, SYMBOL_FONT, SYMBOLS, spacingOf } from './metrics.ts'
import type { Paragraph, TextRun } from './model.ts'

/** Free space below a box, so that growing text does not touch what follows. */
const GAP = 4
/** Sizes and advances are rounded, so a line may be longer in an office program by this factor. */
const LONGER = 1.004
/** Office programs shrink text in a box that is exactly full. */
const ROOM = 2
/** A single line's box, as a multiple of the width of its letters, where there is room. */
const LINE_ROOM = 1.6

/**
 * A text box's area. It extends down to `floor`, where the next thing is, and a single line to the right up
 * to `wall`.
 */
export function areaOf(group: TextGroup, floor: number, wall = 0): Rectangle {
  const [first] = group
  if (first === undefined) throw new Error('a text box has no paragraph')
  const width = widthOf(group)
  const left = Math.min(...group.map(edgeOf))
  const right = Math.max(...group.map(({ flow }) => flow.right))
  const middle = (first.flow.left + first.flow.right) / 2
  const start = { left, center: middle - width / 2, right: right - width }[first.align]
  const top = (first.lines[0]?.baseline ?? 0) - ascentOf(first)
  const bottom = Math.max(bottomOf(group) + ROOM, floor - GAP)
  // A single line cannot pull up a word, so it may be wide enough for a wider font or a longer word.
  const isLine = group.length === 1 && first.lines.length === 1 && first.align === 'left'
  const room = isLine ? Math.min(wall - GAP - start, LINE_ROOM * width) : 0
  return { left: start, top, right: start + Math.max(width, room), bottom }
}

/** A width that keeps all lines: wide enough for them, and too narrow to pull up the next word. */
function widthOf(group: TextGroup): number {
  const indentOf = (one: MeasuredParagraph) => one.flow.left - edgeOf(one)
  const least = Math.max(...group.map((one) => widthsOf(one).least * LONGER + indentOf(one)))
  const most = Math.min(...group.map((one) => widthsOf(one).most * LONGER + indentOf(one)))
  const flow = Math.max(...group.map((one) => one.flow.right - edgeOf(one))) + 1
  const slack = Math.min(least * 0.01 + 2, (most - least) / 2)
  return Math.max(least + slack, Math.min(flow, most - slack))
}

function bottomOf(group: TextGroup): number {
  const last = group.at(-1)
  return last === undefined ? 0 : (last.lines.at(-1)?.baseline ?? 0) + descentOf(last)
}

/** The edge of the card that the text is aligned to, judged by the free space above and below. */
export function anchorOf(group: TextGroup, card: Rectangle): 'top' | 'middle' | 'bottom' {
  const ink = inkOf(group)
  const [above, below] = [ink.top - card.top, card.bottom - ink.bottom]
  if (Math.abs(above - below) < 4) return 'middle'
  return above > below ? 'bottom' : 'top'
}

/** The distances from a card's edges to its text. */
export function insetOf(group: TextGroup, card: Rectangle): Rectangle {
  const area = areaOf(group, 0)
  const anchor = anchorOf(group, card)
  const [above, below] = [area.top - card.top, card.bottom - bottomOf(group)]
  // A small inset on the free side lets the text grow into it.
  const side = Math.max(0, Math.min(above, below, area.left - card.left))
  return {
    left: Math.max(0, area.left - card.left),
    top: anchor === 'top' ? Math.max(0, above) : side,
    right: Math.max(0, card.right - area.right),
    bottom: anchor === 'bottom' ? Math.max(0, below) : side,
  }
}

/** The group as paragraphs of a text box. */
export function toParagraphs(group: TextGroup): Paragraph[] {
  return group.map((one, index): Paragraph => {
    const before = group[index - 1]
    return {
      runs: toRuns(one.runs),
      align: one.align,
      spacing: spacingOf(one),
      before: before === undefined ? 0 : Math.max(0, spaceBetween(before, one)),
      marker: one.marker,
    }
  })
}

function spaceBetween(one: MeasuredParagraph, next: MeasuredParagraph): number {
  const distance = (next.lines[0]?.baseline ?? 0) - (one.lines.at(-1)?.baseline ?? 0)
  return distance - descentOf(one) - ascentOf(next)
}

function toRuns(runs: readonly MeasuredRun[]): TextRun[] {
  return joinAlike(runs)
    .flatMap(splitLink)
    .flatMap(splitSymbols)
    .map((run, index, all) => ({ ...run, isNewLine: all[index - 1]?.text === '\n' }))
    .filter(({ text }) => text !== '\n')
}

/**
 * Splits a link where the page may break it: LibreOffice treats a link as one unit that it may break
 * anywhere.
 */
function splitLink(run: MeasuredRun): MeasuredRun[] {
  if (run.href === null) return [run]
  return run.text.split(/(?<=\u200b)/).map((text) => ({ ...run, text }))
}

/** Gives symbols a run and a font of their own. */
function splitSymbols(run: MeasuredRun): MeasuredRun[] {
  if (!SYMBOLS.test(run.text)) return [run]
  const parts = run.text.split(SYMBOLS).filter((text) => text !== '')
  return parts.map((text) => ({ ...run, text, ...(SYMBOLS.test(text) && { family: SYMBOL_FONT }) }))
}

/** Joins runs of one style. The page splits them where a line may end (in an address) and around a name. */
function joinAlike(runs: readonly MeasuredRun[]): MeasuredRun[] {
  const joined: MeasuredRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const isAlike =
      last !== undefined && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' })
    if (isAlike && run.text !== '\n' && last.text !== '\n')
      joined[joined.length - 1] = { ...run, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
