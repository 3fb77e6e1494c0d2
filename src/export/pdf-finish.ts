import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Language } from '../slide.ts'
import { pdf } from './pdf-lib.ts'
import { describeLinks, joinLinkAreas } from './pdf-links.ts'
import { addBookmarks, addDestinations, type Stop } from './pdf-navigation.ts'
import { mapTypes, nameSlides, readStructure } from './pdf-structure.ts'

const { ParseSpeeds, PDFDict: Dict, PDFDocument: Document, PDFHexString, PDFName } = pdf

/** What a finished PDF says of itself. */
export interface Imprint {
  readonly title: string
  readonly author: string
  readonly description: string
  readonly language: Language
  /** In running order: an id becomes a named destination, a title a bookmark. */
  readonly slides: readonly { readonly id: string; readonly title: string }[]
  readonly date: Date | undefined
  /** Names the file's content, 32 hexadecimal digits; the same source must give the same. */
  readonly fingerprint: string
}

/**
 * Makes Chromium's print of the slides the PDF that is handed out: bookmarks, destinations, links and tags put
 * right, metadata set, the same bytes for the same source. Throws when the print is not one page a slide, or when a
 * slide is missing in its structure tree.
 */
export async function finishPdf(printed: Uint8Array, imprint: Imprint): Promise<Uint8Array> {
  const document = await Document.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const elements = readStructure(document)
  const stops = placeSlides(document, imprint)
  nameSlides(elements, stops)
  mapTypes(document)
  joinLinkAreas(elements)
  describeLinks(document, new Map(stops.map(({ id, title }) => [id, title])))
  addDestinations(document, stops)
  addBookmarks(document, stops)
  setImprint(document, imprint)
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}

function placeSlides(document: PDFDocument, { slides }: Imprint): Stop[] {
  const pages = document.getPages()
  if (pages.length !== slides.length) {
    throw new Error(`${slides.length} slides came out as ${pages.length} pages; see src/styles/print.css`)
  }
  return pages.flatMap(({ ref }, index) => {
    const slide = slides[index]
    return slide === undefined ? [] : [{ ...slide, page: ref }]
  })
}

function setImprint(document: PDFDocument, imprint: Imprint): void {
  const { context, catalog } = document
  document.setTitle(imprint.title, { showInWindowTitleBar: true })
  document.setAuthor(imprint.author)
  document.setSubject(imprint.description)
  document.setLanguage(imprint.language)
  const info = context.lookup(context.trailerInfo.Info, Dict)
  // The browser's whole signature says nothing to a reader; the time of printing differs from run to run.
  for (const key of ['Creator', 'CreationDate', 'ModDate']) info.delete(PDFName.of(key))
  if (imprint.date !== undefined) {
    document.setCreationDate(imprint.date)
    document.setModificationDate(imprint.date)
  }
  const fingerprint = PDFHexString.of(imprint.fingerprint)
  context.trailerInfo.ID = context.obj([fingerprint, fingerprint])
  catalog.set(PDFName.of('PageLayout'), PDFName.of('SinglePage'))
}
