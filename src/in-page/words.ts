import type { Rectangle } from '../measured/measured-slide.ts'
import { quote } from './describe.ts'

/** A word, or the part of it that is on one line, with the rectangle of its ink. */
export interface Word extends Rectangle {
  readonly text: string
  /** The element whose styles set the word. */
  readonly element: Element
  /** The block that the word flows in. */
  readonly block: Element
}

/** The visible words of an element, in reading order. */
export function collectWords(root: Element): Word[] {
  return listTexts(root).flatMap(wordsOf)
}

/** Texts that are neither blank nor hidden; scripts and an svg's `<title>` are never rendered. */
export function listTexts(root: Element): { node: Text; element: Element }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: { node: Text; element: Element }[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (!(node instanceof Text) || element === null || node.data.trim() === '') continue
    if (isVisible(element) && !isTucked(element)) found.push({ node, element })
  }
  return found
}

/** Checks the texts of an element, each named `text “…”`; one fault for each element inside. */
export function checkTexts(
  root: Element,
  check: (text: string, element: Element) => string | undefined,
): string[] {
  const faults = new Map<Element, string>()
  for (const { node, element } of listTexts(root)) {
    const fault = faults.has(element) ? undefined : check(`text ${quote(node.data)}`, element)
    if (fault !== undefined) faults.set(element, fault)
  }
  return [...faults.values()]
}

/** Whether only screen readers have the element's text. */
function isTucked(element: Element): boolean {
  return getComputedStyle(element).clipPath === 'inset(50%)'
}

export function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

function wordsOf({ node, element }: { node: Text; element: Element }): Word[] {
  const style = getComputedStyle(element)
  const block = blockOf(element)
  return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: text, index }) => {
    const { above, below } = measureSlack(transform(text, style.textTransform), style)
    return rectanglesOf(node, index, text.length)
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, top, right, bottom }) => {
        return { text, element, block, left, top: top + above, right, bottom: bottom - below }
      })
  })
}

/** Where a part of a text is: a rectangle for each line. */
export function rectanglesOf(node: Text, start: number, length: number): DOMRect[] {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, start + length)
  return [...range.getClientRects()]
}

function blockOf(element: Element): Element {
  let block = element
  while (getComputedStyle(block).display === 'inline' && block.parentElement !== null)
    block = block.parentElement
  return block
}

/** A text as a style's `text-transform` shows it. */
export function transform(text: string, rule: string, lang?: string): string {
  if (rule === 'uppercase') return text.toLocaleUpperCase(lang)
  return rule === 'lowercase' ? text.toLocaleLowerCase(lang) : text
}

const pen = document.createElement('canvas').getContext('2d')

/** Measures a text in one line in the font of an element's style, or in another. */
export function measureLine(
  text: string,
  { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration,
  font = `${fontSize} ${fontFamily}`,
): TextMetrics {
  if (pen === null) throw new Error('the browser has no canvas to measure text with')
  pen.font = `${fontStyle} ${fontWeight} ${font}`
  return pen.measureText(text)
}

/**
 * The space above and below a line's ink, in pixels. A text's rectangles span the font's whole ascent and
 * descent; in tight lines those overlap even where no letters do.
 */
function measureSlack(text: string, style: CSSStyleDeclaration): { above: number; below: number } {
  const ink = measureLine(text, style)
  return {
    above: ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent,
    below: ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent,
  }
}
