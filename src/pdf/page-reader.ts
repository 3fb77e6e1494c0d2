import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { type BoundingBox, boxOf } from './bounding-box.ts'
import { type Piece, readContent } from './content.ts'
import { createResourceReader, type Form } from './resources.ts'
import { asStream, pack, unpack } from './streams.ts'
import { writeTextLine } from './text.ts'
import type { Content, Element } from './tree.ts'

/** A piece of a page and the content of the structure tree that it belongs to. */
export interface PagePiece {
  readonly piece: Piece
  /** Undefined for a piece without a mark that the tree knows. */
  readonly owner: Owner | undefined
  /** Whether the piece, or the form that it draws, contains glyphs. */
  readonly isText: boolean
}

/** Marked content and the structure elements around it, the innermost first. */
export interface Owner {
  readonly content: Content
  readonly around: readonly Element[]
}

/**
 * Returns a function that reads pages. It also repacks the forms that they draw, without their marks: the
 * piece that draws a form takes them over.
 */
export function createPageReader(document: PDFDocument, tree: Element): (page: PDFRef) => PagePiece[] {
  const { context } = document
  const owners = findOwners(tree)
  const readResources = createResourceReader(document)
  const known = new Map<PDFRef, Pick<PagePiece, 'owner' | 'isText'>>()

  /** Reads the content of a page or a form, whose dictionary has the resources. */
  const read = (reference: PDFRef, dict: PDFDict, { bytes, clip }: { bytes: Buffer; clip: BoundingBox }) => {
    const { fonts, forms } = readResources(dict)
    const boxes = new Map([...forms].map(([name, { box }]) => [name, box]))
    return readContent(bytes.toString('latin1'), { fonts, forms: boxes, clip }).map((piece): PagePiece => {
      if (piece.kind === 'state') return { piece, owner: undefined, isText: false }
      const owner = owners.get(keyOf(reference, piece.mark))
      if (piece.kind === 'text') return { piece, owner, isText: true }
      const form = piece.form === undefined ? undefined : forms.get(piece.form)
      const inner = form && readForm(form)
      return { piece, owner: owner ?? inner?.owner, isText: piece.isText === true || inner?.isText === true }
    })
  }
  const readForm = ({ reference, stream, box }: Form) => {
    const before = known.get(reference)
    if (before !== undefined) return before
    const pieces = read(reference, stream.dict, { bytes: unpack(stream), clip: box })
    const code = pieces.map(({ piece }) => writePiece(piece)).join('')
    context.assign(reference, pack(stream, Buffer.from(code, 'latin1')))
    const owner = pieces.find((one) => one.owner)?.owner
    const form = { owner, isText: pieces.some(({ isText }) => isText) }
    known.set(reference, form)
    return form
  }
  return (reference) => {
    const dict = context.lookup(reference, PDFDict)
    const clip = boxOf(dict.lookup(PDFName.of('MediaBox'), PDFArray).asRectangle())
    const bytes = unpack(asStream(dict.lookup(PDFName.of('Contents'))))
    return read(reference, dict, { bytes, clip })
  }
}

export function writePiece(piece: Piece): string {
  return piece.kind === 'text' ? writeTextLine(piece.line, piece.digits) : piece.code
}

function findOwners(tree: Element): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>()
  const visit = (element: Element, outside: readonly Element[]) => {
    const around = [element, ...outside]
    for (const kid of element.kids) {
      if (kid.kind === 'element') visit(kid, around)
      if (kid.kind === 'content') owners.set(keyOf(kid.stream, kid.mark), { content: kid, around })
    }
  }
  visit(tree, [])
  return owners
}

function keyOf(stream: PDFRef, mark: number | undefined): string {
  return `${stream.objectNumber} ${mark}`
}
