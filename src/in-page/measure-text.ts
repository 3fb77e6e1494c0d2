import type { MeasuredLine, MeasuredParagraph, MeasuredRun } from '../measured/measured-slide.ts'
import { readColor } from './measure-paint.ts'
import { refuse } from './refuse.ts'
import { isVisible, measureLine, rectanglesOf, transform } from './words.ts'

/** One flow of text as the page has set it. */
export type Setting = Pick<MeasuredParagraph, 'lines' | 'runs' | 'source' | 'leading' | 'align'>

interface Piece extends Omit<MeasuredLine, 'next'> {
  /** Whether a line may end before it. */
  readonly isWord: boolean
}

/** Only these spaces part words; a non-breaking one does not. */
const WORD = /[^ \t\r\n]+/g

/** The leading of `line-height: normal`, as a multiple of the font size. */
const NORMAL_LEADING = 1.15

/**
 * Measures the nodes that flow in `container`, in pixels from the `origin`. Undefined when they have no text.
 */
export function measureText(
  nodes: readonly Node[],
  container: Element,
  { origin, opacity }: { readonly origin: DOMPoint; readonly opacity: number },
): Setting | undefined {
  const style = getComputedStyle(container)
  const texts = nodes.flatMap(listTexts)
  const runs: MeasuredRun[] = []
  const source: { text: string; href: string | null }[] = []
  const pieces: Piece[] = []
  let space = ''
  for (const node of texts) {
    const element = node.parentElement
    if (element === null) continue
    if (!(node instanceof Text)) {
      // A line break.
      runs.push({ ...readRun(element, container, opacity), text: '\n' })
      source.push({ text: '\n', href: null })
      space = ''
      continue
    }
    // A space at the end of one element and one at the start of the next collapse into one.
    const collapsed = node.data.replace(/[ \t\r\n]+/g, ' ')
    const isFirst = runs.length === 0
    const own = (isFirst || space === ' ') && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    pieces.push(...measureWords(node, space !== '' || isFirst, origin))
    if (own === '') continue
    space = own.endsWith(' ') ? ' ' : ''
    const run = readRun(element, container, opacity)
    const text = markBreaks(node, own)
    runs.push({ ...run, text: transform(text, getComputedStyle(element).textTransform, run.lang) })
    source.push({ text: own, href: run.href })
  }
  const last = runs.at(-1)
  if (last?.text.endsWith(' ')) {
    runs[runs.length - 1] = { ...last, text: last.text.trimEnd() }
  }
  const kept = runs.filter(({ text }) => text !== '')
  if (kept.length === 0 || pieces.length === 0) return undefined
  const size = Math.max(...kept.map(({ size }) => size))
  const leading = Number.parseFloat(style.lineHeight)
  return {
    runs: kept,
    source,
    lines: toLines(pieces),
    leading: Number.isNaN(leading) ? size * NORMAL_LEADING : leading,
    align: readAlign(style, container),
  }
}

/**
 * Where the page ends a line within a word (an address), allows another program to end it too. `text` is the
 * node's text with collapsed spaces: its words are the same.
 */
function markBreaks(node: Text, text: string): string {
  const words = [...node.data.matchAll(WORD)].map(({ 0: word, index }) => markWord(node, word, index))
  return text.replace(WORD, () => words.shift() ?? '')
}

function markWord(node: Text, word: string, start: number): string {
  if (rectanglesOf(node, start, word.length).length < 2) return word
  let marked = ''
  let before: number | undefined
  let at = start
  for (const letter of word) {
    const [place] = rectanglesOf(node, at, letter.length)
    at += letter.length
    const isBroken = before !== undefined && place !== undefined && place.left < before - 1
    marked += isBroken ? `\u200b${letter}` : letter
    before = place?.right ?? before
  }
  return marked
}

function listTexts(node: Node): Node[] {
  if (node instanceof Text) return [node]
  if (!(node instanceof Element) || node.localName === 'wbr') return []
  if (node.localName === 'br') return [node]
  // An element with `display: contents` has no box, but its children may be visible.
  const { display, visibility } = getComputedStyle(node)
  if (display === 'contents' ? visibility !== 'visible' : !isVisible(node)) return []
  return [...node.childNodes].flatMap(listTexts)
}

function readRun(element: Element, container: Element, opacity: number): Omit<MeasuredRun, 'text'> {
  const style = getComputedStyle(element)
  const link = element.closest('a[href]')
  const color = readColor(style.color, opacity)
  if (color === undefined) refuse(element, 'text without colour', 'hide it with display: none')
  return {
    lang: (element.closest('[lang]') ?? container).getAttribute('lang') ?? '',
    family: style.fontFamily.split(',')[0]?.replaceAll('"', '') ?? '',
    size: Number.parseFloat(style.fontSize),
    bold: Number(style.fontWeight) >= 600,
    italic: style.fontStyle !== 'normal',
    color,
    tracking: Number.parseFloat(style.letterSpacing) || 0,
    href: link?.getAttribute('href') ?? null,
    isUnderlined: link !== null && getComputedStyle(link).textDecorationLine === 'underline',
  }
}

function readAlign(
  { textAlign, direction }: CSSStyleDeclaration,
  element: Element,
): MeasuredParagraph['align'] {
  if (direction !== 'ltr') refuse(element, 'text that runs from right to left', 'say dir="ltr"')
  if (textAlign === 'center' || textAlign === '-webkit-center') return 'center'
  if (textAlign === 'justify') refuse(element, 'justified text', 'set it ragged')
  return textAlign === 'right' || textAlign === 'end' ? 'right' : 'left'
}

/** Words, or the parts of a word that are on different lines. A non-breaking space belongs to its word. */
function measureWords(node: Text, isAfterSpace: boolean, { x, y }: DOMPoint): Piece[] {
  const element = node.parentElement
  if (element === null) return []
  // A text's rectangles span the font's ascent and descent.
  const ascent = Math.round(measureLine('x', getComputedStyle(element)).fontBoundingBoxAscent)
  return [...node.data.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    rectanglesOf(node, index, word.length)
      .filter(({ width }) => width > 0)
      .map(({ left, top, right }, part) => {
        const isWord = part > 0 || index > 0 || isAfterSpace
        return { left: left - x, right: right - x, baseline: top + ascent - y, isWord }
      }),
  )
}

function toLines(pieces: readonly Piece[]): MeasuredLine[] {
  const lines: Piece[][] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const before = line?.at(-1)
    if (line === undefined || before === undefined || piece.left < before.right - 1) lines.push([piece])
    else line.push(piece)
  }
  return lines.map((line, index) => {
    const next = lines[index + 1]
    return {
      left: Math.min(...line.map(({ left }) => left)),
      right: Math.max(...line.map(({ right }) => right)),
      baseline: Math.max(...line.map(({ baseline }) => baseline)),
      next: next === undefined ? null : measureNext(line, next),
    }
  })
}

/** The width of the next line's first word, with a space before it as wide as the others in these lines. */
function measureNext(line: readonly Piece[], next: readonly Piece[]): number {
  const end = next.findIndex(({ isWord }, index) => index > 0 && isWord)
  const word = end < 0 ? next : next.slice(0, end)
  const width = (word.at(-1)?.right ?? 0) - (word[0]?.left ?? 0)
  return width + (next[0]?.isWord ? Math.max(0, ...[line, next].map(measureSpace)) : 0)
}

function measureSpace(line: readonly Piece[]): number {
  const second = line.findIndex(({ isWord }, index) => index > 0 && isWord)
  return second < 0 ? 0 : (line[second]?.left ?? 0) - (line[second - 1]?.right ?? 0)
}
