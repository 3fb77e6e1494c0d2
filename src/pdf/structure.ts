import type { Destination } from './navigation.ts'
import { type Element, INLINE, type Kid, listElements, pageOf } from './tree.ts'

const HEADING = /^H\d$/
/** A slide's title. Headings below it are of a lower level. */
const TITLE = /^H[12]$/
/** Types allowed as children of a list item (ISO 32000-1, table 336). */
const IN_ITEM = new Set(['Lbl', 'LBody'])
/** Types that contain blocks and no text of their own (14.8.4.2). */
const GROUPING = new Set(['Document', 'Sect', 'Div', 'BlockQuote', 'NonStruct'])
/** Types of PDF 2.0, with their counterparts in 1.7. */
const NEWER: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' }

/**
 * Makes the element around each slide's heading a section, as Chromium gives a labelled section no type.
 * Throws when the tree of a page does not have one title for each slide.
 */
export function nameSlides(tree: Element, destinations: readonly Destination[]): void {
  const titles = listElements(tree).filter(({ type }) => TITLE.test(type))
  for (const [index, page] of [...new Set(destinations.map((destination) => destination.page))].entries()) {
    const wanted = destinations.filter((destination) => destination.page === page).map(({ id }) => `"${id}"`)
    const found = titles.filter((title) => pageOf(title) === page).length
    if (found !== wanted.length)
      throw new Error(
        `page ${index + 1} has ${found} titles in its structure tree; the slides on it have one each: ${wanted.join(', ')}`,
      )
  }
  nameSections(tree)
}

/**
 * Makes sections of the outermost elements below the document that hold one title. Returns the element's
 * number of titles.
 */
function nameSections(element: Element): number {
  let sum = 0
  const single: Element[] = []
  for (const kid of element.kids) {
    if (kid.kind !== 'element') continue
    const count = TITLE.test(kid.type) ? 1 : nameSections(kid)
    if (count === 1 && !TITLE.test(kid.type)) single.push(kid)
    sum += count
  }
  if (sum > 1 || element.type === 'Document') for (const kid of single) kid.type = 'Sect'
  return sum
}

/**
 * Corrects Chromium's tags: replaces elements without meaning by their children, puts label and body into
 * list items, and replaces types of PDF 2.0. Throws for a picture without a text alternative.
 */
export function tidyTree(tree: Element): void {
  for (const element of listElements(tree)) {
    if (element.type === 'Figure') releaseCaption(element)
    element.type = NEWER[element.type] ?? element.type
    if (element.type === 'NonStruct' && element.language !== undefined) element.type = 'Span'
    if (element.type === 'Figure' && !element.alternative)
      throw new Error('a picture has no text alternative')
  }
  replaceMeaningless(tree, false)
  for (const element of listElements(tree)) {
    if (element.type === 'LI') fillItem(element)
    const labelled = element.kids.some(
      (kid) => kid.kind === 'element' && kid.kids.some((one) => one.kind === 'element' && one.type === 'Lbl'),
    )
    // The attributes describe the list's labels, so a list without labels must not have any.
    if (element.type === 'L' && !labelled) element.attributes = undefined
  }
  raiseHeadings(tree)
}

/**
 * Puts a picture and its caption beside each other. Chromium puts both into an outer figure, which has no
 * alternative; with one, readers would skip the caption.
 */
function releaseCaption(figure: Element): void {
  const kids = figure.kids.filter((kid) => kid.kind === 'element')
  if (!kids.some(({ type }) => type === 'Figure')) return
  figure.type = 'NonStruct'
  for (const kid of kids) if (kid.type === 'Caption') kid.type = 'P'
}

/** Replaces elements without meaning by their children. Text outside of any block becomes a paragraph. */
function replaceMeaningless(element: Element, isText: boolean): void {
  element.kids = element.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [kid]
    const within = isText || !GROUPING.has(kid.type)
    replaceMeaningless(kid, within)
    if (kid.type !== 'NonStruct') return [kid]
    if (within || !kid.kids.every(isInline)) return kid.kids
    kid.type = 'P'
    return [kid]
  })
}

function isInline(kid: Kid): boolean {
  return kid.kind !== 'element' || INLINE.has(kid.type)
}

function fillItem(item: Element): void {
  const isLabel = (kid: Kid) => kid.kind === 'element' && IN_ITEM.has(kid.type)
  const kids = item.kids.filter((kid) => !isLabel(kid))
  const nothing = { alternative: undefined, language: undefined, attributes: undefined }
  const body = { kind: 'element', type: 'LBody', kids, ...nothing } as const
  if (kids.length > 0) item.kids = [...item.kids.filter(isLabel), body]
}

/** Makes the first heading level 1 and shifts the others, whichever slides are printed. */
function raiseHeadings(tree: Element): void {
  const headings = listElements(tree).filter(({ type }) => HEADING.test(type))
  const excess = Number(headings[0]?.type.slice(1) ?? 1) - 1
  for (const heading of headings) heading.type = `H${Math.max(1, Number(heading.type.slice(1)) - excess)}`
}
