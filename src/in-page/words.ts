import type { Rectangle } from '../measured/measured-slide.ts'

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
    if (isVisible(element)) found.push({ node, element })
  }
  return found
}

export function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

function wordsOf({ node, element }: { node: Text; element: Element }): Word[] {
  const style = getComputedStyle(element)
  const block = blockOf(element)
  return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: text, index }) => {
    const range = document.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + text.length)
    const { above, below } = measureSlack(transform(text, style.textTransform), style)
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, top, right, bottom }) => ({
        text,
        element,
        block,
        left,
        top: top + above,
        right,
        bottom: bottom - below,
      }))
  })
}

function blockOf(element: Element): Element {
  let block = element
  while (getComputedStyle(block).display === 'inline' && block.parentElement !== null)
    block = block.parentElement
  return block
}

function transform(text: string, rule: string): string {
  if (rule === 'uppercase') return text.toLocaleUpperCase()
  return rule === 'lowercase' ? text.toLocaleLowerCase() : text
}

const pen = document.createElement('canvas').getContext('2d')

/**
 * The space above and below a line's ink, in pixels. A text's rectangles span the font's whole ascent and
 * descent; in tight lines those overlap even where no letters do.
 */
function measureSlack(text: string, style: CSSStyleDeclaration): { above: number; below: number } {
  if (pen === null) throw new Error('the browser has no canvas to measure text with')
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const ink = pen.measureText(text)
  return {
    above: ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent,
    below: ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent,
  }
}
