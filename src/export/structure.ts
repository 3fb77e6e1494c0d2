import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { pdf } from './pdf-lib.ts'

/** One element of a PDF's structure tree: what screen readers read (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly dict: PDFDict
  /** Its structure type: `P`, `H1`, `Link`. */
  readonly type: string
  readonly parent: StructureElement | undefined
  readonly children: readonly StructureElement[]
}

const { PDFArray, PDFDict: Dict, PDFName } = pdf

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
export function kids(dict: PDFDict): PDFDict[] {
  const value = dict.lookup(PDFName.of('K'))
  const list: PDFObject[] = value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value]
  return list.map((kid) => dict.context.lookup(kid)).filter((kid) => kid instanceof Dict)
}
