import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { BoundingBox } from './bounding-box.ts'

/** An element of the structure tree, which screen readers read (ISO 32000-1, 14.7.2). */
export interface Element {
  readonly kind: 'element'
  /** Its structure type: `P`, `H1`, `Link`. */
  type: string
  kids: Kid[]
  readonly alternative: string | undefined
  readonly language: string | undefined
  /** Attributes such as a list's numbering or a cell's span, as printed. */
  attributes: PDFObject | undefined
  /** The area of a picture, in points. */
  box?: BoundingBox | undefined
}
/** Types of elements inside a line. */
export const INLINE: ReadonlySet<string> = new Set(['Span', 'Link'])

export type Kid = Element | Content | Annotation

/** Marked content of a page, or of a form on it. */
export interface Content {
  readonly kind: 'content'
  readonly page: PDFRef
  /** The content stream of the page or the form. */
  readonly stream: PDFRef
  /** The content's number in the stream. */
  readonly mark: number
}
/** A link's area on a page (12.5.6.5). */
export interface Annotation {
  readonly kind: 'annotation'
  readonly page: PDFRef
  readonly reference: PDFRef
}

/** Reads a printed document's structure tree. Throws when the document is not tagged. */
export function readTree({ catalog, context }: PDFDocument): Element {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root === undefined) throw new Error('Chromium printed no structure tree')
  const readKids = (dict: PDFDict, page: PDFRef | undefined): Kid[] =>
    listOf(dict.lookup(PDFName.of('K'))).flatMap((kid) => readKid(kid, page))
  const readKid = (object: PDFObject, page: PDFRef | undefined): Kid[] => {
    const kid = context.lookup(object)
    if (kid instanceof PDFNumber && page)
      return [{ kind: 'content', page, stream: page, mark: kid.asNumber() }]
    if (!(kid instanceof PDFDict)) return []
    const own = kid.get(PDFName.of('Pg'))
    const on = own instanceof PDFRef ? own : page
    if (kid.has(PDFName.of('S'))) return [readElement(kid, on)]
    const [mark, stream, reference] = ['MCID', 'Stm', 'Obj'].map((key) => kid.get(PDFName.of(key)))
    if (on === undefined) return []
    if (reference instanceof PDFRef) return [{ kind: 'annotation', page: on, reference }]
    const at = { page: on, stream: stream instanceof PDFRef ? stream : on }
    return mark instanceof PDFNumber ? [{ kind: 'content', ...at, mark: mark.asNumber() }] : []
  }
  const readElement = (dict: PDFDict, page: PDFRef | undefined): Element => ({
    kind: 'element',
    type: dict.lookup(PDFName.of('S'), PDFName).decodeText(),
    kids: readKids(dict, page),
    alternative: readString(dict, 'Alt'),
    language: readString(dict, 'Lang'),
    attributes: readAttributes(dict.get(PDFName.of('A'))),
  })
  const [document, ...more] = readKids(root, undefined)
  if (document?.kind !== 'element' || more.length > 0) throw new Error('Chromium printed no single document')
  return document
}

/**
 * Attributes without the ids of a cell's headings: the ids differ from print to print, and lead nowhere once
 * the tree is written anew. The headings' scopes say the same.
 */
function readAttributes(attributes: PDFObject | undefined): PDFObject | undefined {
  if (attributes instanceof PDFDict) return hasHeaders(attributes) ? undefined : attributes
  if (!(attributes instanceof PDFArray)) return attributes
  for (let index = attributes.size() - 1; index >= 0; index--) {
    if (hasHeaders(attributes.get(index))) attributes.remove(index)
  }
  return attributes
}

function hasHeaders(attributes: PDFObject): boolean {
  return attributes instanceof PDFDict && attributes.has(PDFName.of('Headers'))
}

function listOf(value: PDFObject | undefined): PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value]
}

function readString(dict: PDFDict, key: string): string | undefined {
  return dict.lookupMaybe(PDFName.of(key), PDFString, PDFHexString)?.decodeText()
}

/** The element and all elements below it, each before its children. */
export function listElements(element: Element): Element[] {
  return [element, ...element.kids.flatMap((kid) => (kid.kind === 'element' ? listElements(kid) : []))]
}

/** The page on which an element begins. */
export function pageOf({ kids }: Element): PDFRef | undefined {
  const pages = kids.map((kid) => (kid.kind === 'element' ? pageOf(kid) : kid.page))
  return pages.find((page) => page !== undefined)
}
