import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { pdf } from './pdf-lib.ts'
import type { Stop } from './pdf-navigation.ts'

/** One element of a PDF's structure tree: what screen readers read (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly dict: PDFDict
  /** Its structure type: `P`, `H1`, `Link`. */
  readonly type: string
  readonly parent: StructureElement | undefined
  readonly children: readonly StructureElement[]
}

const { PDFArray, PDFDict: Dict, PDFHexString, PDFName, PDFRef: Ref } = pdf

/** The tree's elements, each before its children. Throws when the PDF is not tagged. */
export function readStructure(document: PDFDocument): StructureElement[] {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), Dict)
  if (root === undefined) throw new Error('Chromium printed no structure tree')
  const found: StructureElement[] = []
  const visit = (dict: PDFDict, parent: StructureElement | undefined): StructureElement[] => {
    const type = dict.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText()
    // The root, marked content and references to annotations are no elements.
    if (type === undefined)
      return parent === undefined ? kids(dict).flatMap((kid) => visit(kid, undefined)) : []
    const children: StructureElement[] = []
    const element = { dict, type, parent, children }
    found.push(element)
    for (const kid of kids(dict)) children.push(...visit(kid, element))
    return [element]
  }
  visit(root, undefined)
  return found
}

/** What an element's `K` holds in dictionaries: elements and references to objects. */
function kids(dict: PDFDict): PDFDict[] {
  const value = dict.lookup(PDFName.of('K'))
  const list: PDFObject[] = value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value]
  return list.map((kid) => dict.context.lookup(kid)).filter((kid) => kid instanceof Dict)
}

/**
 * Makes the element around each slide's heading a section that bears the slide's title: Chromium leaves a labelled
 * section without a type. Throws when a page does not have one heading a slide in the tree.
 */
export function nameSlides(elements: readonly StructureElement[], stops: readonly Stop[]): void {
  const headings = elements.filter(({ type }) => /^H\d$/.test(type))
  for (const page of new Set(stops.map((stop) => stop.page))) {
    const wanted = stops.filter((stop) => stop.page === page)
    const found = headings.filter((heading) => pageOf(heading) === page)
    if (found.length !== wanted.length) {
      const slides = wanted.map(({ id }) => `"${id}"`).join(', ')
      const number = [...new Set(stops.map((stop) => stop.page))].indexOf(page) + 1
      throw new Error(
        `page ${number} has ${found.length} headings in its structure tree; the slides on it have one each: ${slides}`,
      )
    }
    for (const [index, heading] of found.entries()) {
      const slide = findSlide(heading, headings)
      slide?.dict.set(PDFName.of('S'), PDFName.of('Sect'))
      slide?.dict.set(PDFName.of('T'), PDFHexString.fromText(wanted[index]?.title ?? ''))
    }
  }
}

/** The outermost element that holds this heading and no other, below the document. */
function findSlide(
  heading: StructureElement,
  headings: readonly StructureElement[],
): StructureElement | undefined {
  let slide: StructureElement | undefined
  for (let around = heading.parent; around?.parent !== undefined; around = around.parent) {
    if (headings.some((other) => other !== heading && isIn(other, around))) break
    slide = around
  }
  return slide
}

function isIn({ parent }: StructureElement, ancestor: StructureElement | undefined): boolean {
  return parent !== undefined && (parent === ancestor || isIn(parent, ancestor))
}

/** The page an element begins on; only what holds content names its page itself. */
function pageOf({ dict, children }: StructureElement): PDFRef | undefined {
  const page = dict.get(PDFName.of('Pg'))
  if (page instanceof Ref) return page
  for (const child of children) {
    const found = pageOf(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** `Strong` and `Em` are types of PDF 2.0; to readers of this version they are spans of text. */
export function mapTypes({ catalog, context }: PDFDocument): void {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), Dict)
  root.set(PDFName.of('RoleMap'), context.obj({ Strong: 'Span', Em: 'Span' }))
}
