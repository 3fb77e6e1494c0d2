import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { readableAddress } from '../markup/readable-address.ts'
import { type BoundingBox, boxOf } from './bounding-box.ts'
import { type Annotation, type Element, listElements } from './tree.ts'

/**
 * Joins a link's areas so that each line has one. Chromium prints an area for each piece between two places
 * where an address may break, and a keyboard or a screen reader would stop at every one.
 */
export function joinLinkAreas({ context }: PDFDocument, tree: Element): void {
  for (const link of listElements(tree).filter(({ type }) => type === 'Link')) {
    /** The link's current area, and the part of the line that it covers so far. */
    let line: { readonly area: Annotation; readonly box: BoundingBox } | undefined
    link.kids = link.kids.filter((kid) => {
      if (kid.kind !== 'annotation') return true
      const annotation = context.lookup(kid.reference, PDFDict)
      const box = boxOf(annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle())
      const isNext =
        line?.area.page === kid.page && line.box[1] === box[1] && Math.abs(line.box[2] - box[0]) < 1
      if (!isNext || line === undefined) {
        line = { area: kid, box }
        return true
      }
      line = { ...line, box: [line.box[0], line.box[1], box[2], line.box[3]] }
      context.lookup(line.area.reference, PDFDict).set(PDFName.of('Rect'), context.obj([...line.box]))
      // The page's own method would wrap its content in two more streams.
      const areas = context.lookup(kid.page, PDFDict).lookup(PDFName.of('Annots'), PDFArray)
      const index = areas.indexOf(kid.reference)
      if (index === undefined) throw new Error('a link of the structure tree is not on its page')
      areas.remove(index)
      context.delete(kid.reference)
      return false
    })
  }
}

/**
 * Describes where every link leads: the address in readable form, or the title of the slide with the link's
 * id.
 */
export function describeLinks(document: PDFDocument, titles: ReadonlyMap<string, string>): void {
  for (const { node } of document.getPages()) {
    const annotations: PDFArray | undefined = node.Annots()
    if (annotations === undefined) continue
    for (const reference of annotations.asArray()) {
      const annotation = document.context.lookup(reference, PDFDict)
      const target = readTarget(annotation, titles)
      if (target !== undefined) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(target))
    }
  }
}

function readTarget(annotation: PDFDict, titles: ReadonlyMap<string, string>): string | undefined {
  const destination = annotation.lookup(PDFName.of('Dest'))
  if (destination instanceof PDFName) return titles.get(destination.decodeText())
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  const address = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText()
  return address === undefined ? undefined : readableAddress(address.replace(/^mailto:/, ''))
}
