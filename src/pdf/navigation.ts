import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib'

/** A slide's target for bookmarks and links. */
export interface Destination {
  readonly id: string
  readonly title: string
  readonly page: PDFRef
  /**
   * Where the slide begins on a shared page, in points from the page's lower edge; undefined when it has a
   * whole page.
   */
  readonly top?: number
}

/**
 * Where slides begin on their pages, by id, in points from the page's lower edge. Chromium records this only
 * for the targets of links in the document, and leaves out the print's scale.
 */
export function readTops({ catalog, context }: PDFDocument, scale: number): Map<string, number> {
  const tops = new Map<string, number>()
  const destinations = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const key of destinations?.keys() ?? []) {
    const destination = destinations?.lookupMaybe(key, PDFArray)
    const top = destination?.lookup(3)
    if (destination === undefined || !(top instanceof PDFNumber)) continue
    const page = context.lookup(destination.get(0), PDFDict)
    const height = page.lookup(PDFName.of('MediaBox'), PDFArray).lookup(3, PDFNumber).asNumber()
    tops.set(key.decodeText(), height - (height - top.asNumber()) * scale)
  }
  return tops
}

/** Makes `file.pdf#id` and links on slides open a slide by its id, like the site's addresses. */
export function addDestinations(
  { catalog, context }: PDFDocument,
  destinations: readonly Destination[],
): void {
  const viewOf = (top: number | undefined) => (top === undefined ? ['Fit'] : ['FitH', top])
  const entries = destinations.map(({ id, page, top }) => [id, [page, ...viewOf(top)]])
  catalog.set(PDFName.of('Dests'), context.register(context.obj(Object.fromEntries(entries))))
}

/** Adds one bookmark for each slide, all on one level. Chromium would nest them by heading level. */
export function addBookmarks({ catalog, context }: PDFDocument, destinations: readonly Destination[]): void {
  const outlines = context.nextRef()
  const items = destinations.map((destination) => ({ ...destination, ref: context.nextRef() }))
  for (const [index, { id, title, ref }] of items.entries()) {
    const [previous, next] = [items[index - 1], items[index + 1]]
    const item = context.obj({ Parent: outlines, Prev: previous?.ref, Next: next?.ref, Dest: id })
    item.set(PDFName.of('Title'), PDFHexString.fromText(title))
    context.assign(ref, item)
  }
  const [first, last] = [items[0]?.ref, items.at(-1)?.ref]
  context.assign(outlines, context.obj({ Type: 'Outlines', First: first, Last: last, Count: items.length }))
  catalog.set(PDFName.of('Outlines'), outlines)
}

/** Sets the labels that readers show and accept as page numbers (ISO 32000-1, 12.4.2). */
export function addPageLabels({ catalog, context }: PDFDocument, labels: readonly string[]): void {
  const numbers = labels.flatMap((label, index) => [
    PDFNumber.of(index),
    context.obj({ P: PDFHexString.fromText(label) }),
  ])
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }))
}
