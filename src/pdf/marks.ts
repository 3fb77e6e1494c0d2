import { setImmediate } from 'node:timers/promises'
import { type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { unite } from './bounding-box.ts'
import { createPageReader, type PagePiece, writePiece } from './page-reader.ts'
import { asStream, packAside } from './streams.ts'
import { spaceAfter, textOf } from './text.ts'
import { type Content, type Element, INLINE } from './tree.ts'

/** Text with such an end needs no space before the next line. */
const JOINED = /[\s/-]$/

/**
 * Writes the pages' marks anew: content that the tree needs gets a number, all other content becomes an
 * artifact, and none is left unmarked (ISO 14289-1, 7.1). Chromium leaves pictures unmarked, and includes the
 * background of a text in its mark. Also puts spaces between words where a line breaks, gives pictures their
 * boxes, and adapts the tree.
 */
export async function markContent(document: PDFDocument, tree: Element): Promise<void> {
  const readPage = createPageReader(document, tree)
  const numbers = new Map<Content, number[]>()
  const packing: Promise<void>[] = []
  for (const { ref, node } of document.getPages()) {
    const pieces = spaceWords(dropDecoration(readPage(ref)))
    const { code, marked } = writeMarked(pieces)
    for (const [number, content] of marked.entries()) {
      numbers.set(content, [...(numbers.get(content) ?? []), number])
    }
    for (const { piece, owner } of pieces) {
      const figure = owner?.around.find(({ type }) => type === 'Figure')
      const box = piece.kind === 'state' ? undefined : piece.box
      if (figure && box) figure.box = figure.box ? unite(figure.box, box) : box
    }
    const contents = node.get(PDFName.of('Contents'))
    const stream = asStream(node.lookup(PDFName.of('Contents')))
    if (contents instanceof PDFRef) {
      const packed = packAside(stream, Buffer.from(code, 'latin1'))
      packing.push(packed.then((whole) => document.context.assign(contents, whole)))
    }
    await setImmediate() // lets the code that drives the browser run between two pages
  }
  await Promise.all(packing)
  renumber(tree, numbers)
}

/** Takes content that has no text and no picture out of the tree; it becomes an artifact. */
function dropDecoration(pieces: readonly PagePiece[]): PagePiece[] {
  const needed = new Set(
    pieces
      .filter(({ owner, isText }) => isText || owner?.around.some(({ type }) => type === 'Figure'))
      .map(({ owner }) => owner?.content),
  )
  return pieces.map((one) => (needed.has(one.owner?.content) ? one : { ...one, owner: undefined }))
}

/**
 * Adds a space at the end of a line when the next line continues the same block. Chromium drops that space,
 * and a reader of the text would join two words. An address breaks without a space.
 */
function spaceWords(pieces: readonly PagePiece[]): PagePiece[] {
  const lines = pieces.filter(({ piece, owner }) => piece.kind === 'text' && owner !== undefined)
  const unspaced = new Set(lines.filter((line, index) => needsSpace(line, lines[index + 1])))
  const others = lines.flatMap(({ piece }) => (piece.kind === 'text' ? [piece.line] : []))
  return pieces.flatMap((one) =>
    unspaced.has(one) && one.piece.kind === 'text'
      ? [one, { ...one, piece: { ...one.piece, line: spaceAfter(one.piece.line, others) } }]
      : [one],
  )
}

function needsSpace(one: PagePiece, next: PagePiece | undefined): boolean {
  if (one.piece.kind !== 'text' || next?.piece.kind !== 'text') return false
  if (one.piece.line.matrix[5] === next.piece.line.matrix[5]) return false
  const [block, nextBlock] = [one, next].map(({ owner }) =>
    owner?.around.find(({ type }) => !INLINE.has(type)),
  )
  if (JOINED.test(textOf(one.piece.line)) || block !== nextBlock) return false
  const link = one.owner?.around.find(({ type }) => type === 'Link')
  return link === undefined || next.owner?.around.includes(link) === false
}

/**
 * Writes the content with its marks. `marked` lists the content of each mark by number. A mark surrounds what
 * paints, not the state operators between marks.
 */
function writeMarked(pieces: readonly PagePiece[]): { code: string; marked: Content[] } {
  const marked: Content[] = []
  let code = ''
  let waiting = ''
  let open: Content | 'artifact' | undefined
  for (const { piece, owner } of pieces) {
    const written = writePiece(piece)
    if (piece.kind === 'state') {
      waiting += written
      continue
    }
    const next = owner?.content ?? 'artifact'
    if (next !== open) {
      if (open !== undefined) code += 'EMC\n'
      waiting += owner ? `/${owner.around[0]?.type} <</MCID ${marked.length}>>BDC\n` : '/Artifact BMC\n'
      if (owner) marked.push(owner.content)
      open = next
    }
    code += waiting + written
    waiting = ''
  }
  return { code: `${code}${open === undefined ? '' : 'EMC\n'}${waiting}`, marked }
}

/** Gives the tree the new numbers and removes elements that become empty. */
function renumber(element: Element, numbers: ReadonlyMap<Content, readonly number[]>): void {
  element.kids = element.kids.flatMap((kid): Element['kids'] => {
    if (kid.kind === 'annotation') return [kid]
    if (kid.kind === 'content') {
      return (numbers.get(kid) ?? []).map((mark) => ({ ...kid, stream: kid.page, mark }))
    }
    renumber(kid, numbers)
    return kid.kids.length === 0 ? [] : [kid]
  })
}
