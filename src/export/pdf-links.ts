import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { readableAddress } from '../render/context.ts'
import { pdf } from './pdf-lib.ts'
import type { StructureElement } from './pdf-structure.ts'

const { PDFArray, PDFDict: Dict, PDFHexString, PDFName, PDFPageLeaf, PDFRef: Ref, PDFString } = pdf

/** One of a link's areas on a page (ISO 32000-1, 12.5.6.5) and what stands for it in the structure tree. */
interface Area {
  readonly reference: PDFRef
  readonly annotation: PDFDict
  readonly page: PDFObject | undefined
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/**
 * Leaves a link one area a line. Chromium prints one for every piece between two places where an address may break,
 * and a keyboard or a screen reader would stop at each of them.
 */
export function joinLinkAreas(elements: readonly StructureElement[]): void {
  for (const { type, dict } of elements) {
    const content = dict.lookup(PDFName.of('K'))
    if (type !== 'Link' || !(content instanceof PDFArray)) continue
    let line: Area | undefined
    for (const kid of content.asArray()) {
      const area = readArea(dict, kid)
      if (area === undefined) continue
      if (line === undefined || !continues(line, area)) {
        line = area
        continue
      }
      line = { ...line, right: area.right }
      line.annotation.set(
        PDFName.of('Rect'),
        dict.context.obj([line.left, line.bottom, line.right, line.top]),
      )
      const index = content.indexOf(kid)
      if (index !== undefined) content.remove(index)
      if (area.page instanceof PDFPageLeaf) area.page.removeAnnot(area.reference)
      dict.context.delete(area.reference)
    }
  }
}

function readArea({ context }: PDFDict, kid: PDFObject): Area | undefined {
  const holder = context.lookup(kid)
  const reference = holder instanceof Dict ? holder.get(PDFName.of('Obj')) : undefined
  if (!(holder instanceof Dict && reference instanceof Ref)) return undefined
  const annotation = context.lookup(reference, Dict)
  const { x, y, width, height } = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
  const page = holder.lookup(PDFName.of('Pg'))
  return { reference, annotation, page, left: x, bottom: y, right: x + width, top: y + height }
}

function continues(line: Area, area: Area): boolean {
  return line.page === area.page && line.bottom === area.bottom && Math.abs(line.right - area.left) < 1
}

/** Says of every link where it leads: the address as a person reads it, or the slide's title by its id. */
export function describeLinks(document: PDFDocument, titles: ReadonlyMap<string, string>): void {
  for (const page of document.getPages()) {
    for (const reference of page.node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(reference, Dict)
      const target = readTarget(annotation, titles)
      if (target !== undefined) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(target))
    }
  }
}

function readTarget(annotation: PDFDict, titles: ReadonlyMap<string, string>): string | undefined {
  const destination = annotation.lookup(PDFName.of('Dest'))
  if (destination instanceof PDFName) return titles.get(destination.decodeText())
  const action = annotation.lookupMaybe(PDFName.of('A'), Dict)
  const address = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText()
  return address === undefined ? undefined : readableAddress(address.replace(/^mailto:/, ''))
}
