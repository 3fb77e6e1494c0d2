import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Element, Kid } from './tree.ts'

/**
 * Replaces the printed tree and writes the parent tree, which leads from content on the pages to its element
 * (ISO 32000-1, 14.7.4.4). All content must be on pages, none in a form.
 */
export function writeTree(document: PDFDocument, tree: Element): void {
  const { context, catalog } = document
  removeTree(document)
  const root = context.nextRef()
  const owners = new Map(document.getPages().map(({ ref }) => [ref, [] as PDFRef[]]))
  const areas: PDFRef[] = []
  const writeKid = (kid: Kid, parent: PDFRef, page: PDFRef | undefined): PDFObject => {
    if (kid.kind === 'element') return writeElement(kid, parent)
    if (kid.kind === 'annotation') {
      const number = PDFNumber.of(owners.size + areas.length)
      context.lookup(kid.reference, PDFDict).set(PDFName.of('StructParent'), number)
      areas.push(parent)
      return context.obj({ Type: 'OBJR', Obj: kid.reference, Pg: kid.page })
    }
    const marks = owners.get(kid.page)
    if (marks !== undefined) marks[kid.mark] = parent
    return kid.page === page
      ? PDFNumber.of(kid.mark)
      : context.obj({ Type: 'MCR', MCID: kid.mark, Pg: kid.page })
  }
  const writeElement = (element: Element, parent: PDFRef): PDFRef => {
    const reference = context.nextRef()
    const page = element.kids.find((kid) => kid.kind === 'content')?.page
    const kids = element.kids.map((kid) => writeKid(kid, reference, page))
    const { type, alternative, language, attributes, box } = element
    const K = kids.length === 1 ? kids[0] : kids
    const dict = context.obj({ S: type, P: parent, K, Pg: page, A: attributes })
    if (alternative !== undefined) dict.set(PDFName.of('Alt'), PDFHexString.fromText(alternative))
    if (language !== undefined) dict.set(PDFName.of('Lang'), PDFString.of(language))
    if (box !== undefined) {
      const BBox = box.map((edge) => Math.round(edge * 100) / 100)
      dict.set(PDFName.of('A'), context.obj({ O: 'Layout', BBox }))
    }
    context.assign(reference, dict)
    return reference
  }
  const kid = writeElement(tree, root)
  const numbers = [...[...owners.values()].map((marks) => context.register(context.obj(marks))), ...areas]
  const parentTree = context.obj({ Nums: numbers.flatMap((owner, index) => [PDFNumber.of(index), owner]) })
  const ends = { ParentTree: context.register(parentTree), ParentTreeNextKey: numbers.length }
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: kid, ...ends }))
  for (const [index, { node }] of document.getPages().entries()) {
    node.set(PDFName.of('StructParents'), PDFNumber.of(index))
  }
  catalog.set(PDFName.of('StructTreeRoot'), root)
}

/** Deletes every object of the printed tree. */
function removeTree({ context, catalog }: PDFDocument): void {
  const root = catalog.get(PDFName.of('StructTreeRoot'))
  const [parentTree, ids] = ['ParentTree', 'IDTree'].map((key) =>
    catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of(key)),
  )
  const numbers = context.lookup(parentTree, PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray()
  for (const object of [root, parentTree, ...numbers]) if (object instanceof PDFRef) context.delete(object)
  removeIds(context, ids)
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const type = object instanceof PDFDict ? object.get(PDFName.of('Type')) : undefined
    if (type === PDFName.of('StructElem')) context.delete(reference)
  }
}

/** Deletes the tree of the elements' ids. They count what the browser has printed before. */
function removeIds(context: PDFContext, node: PDFObject | undefined): void {
  const kids = context.lookupMaybe(node, PDFDict)?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []
  for (const kid of kids) removeIds(context, kid)
  if (node instanceof PDFRef) context.delete(node)
}
