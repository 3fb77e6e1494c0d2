import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Language } from '../slide.ts'
import { pdf } from './pdf-lib.ts'
import { describeLinks, joinLinkAreas } from './pdf-links.ts'
import { addBookmarks, addDestinations, addPageLabels, type Stop } from './pdf-navigation.ts'
import { mapTypes, nameSlides, readStructure } from './pdf-structure.ts'

const { ParseSpeeds, PDFDict: Dict, PDFDocument: Document, PDFHexString, PDFName } = pdf

/** What a finished PDF says of itself. */
export interface Imprint {
  readonly title: string
  readonly author: string
  readonly description: string
  readonly language: Language
  /** The slides by page, in running order: an id becomes a named destination, a title a bookmark. */
  readonly sheets: readonly (readonly { readonly id: string; readonly title: string }[])[]
  /** What each page is called, when it is not its number. */
  readonly labels?: readonly string[] | undefined
  readonly date: Date | undefined
  /** Names the file's content, 32 hexadecimal digits; the same source must give the same. */
  readonly fingerprint: string
}

/**
 * Makes Chromium's print the PDF that is handed out: bookmarks, destinations, links and tags put right, metadata set,
 * the same bytes for the same source. Throws when the print has other pages than it should, or when a slide is missing
 * in its structure tree.
 */
export async function finishPdf(printed: Uint8Array, imprint: Imprint): Promise<Uint8Array> {
  const document = await Document.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const elements = readStructure(document)
  const stops = placeSlides(document, imprint)
  nameSlides(elements, stops)
  mapTypes(document)
  joinLinkAreas(elements)
  describeLinks(document, new Map(stops.map(({ id, title }) => [id, title])))
  // A slide that stands on several pages, a step each, is found by its first.
  const firsts = stops.filter(({ id }, index) => stops.findIndex((stop) => stop.id === id) === index)
  addDestinations(document, firsts)
  addBookmarks(document, firsts)
  if (imprint.labels !== undefined) addPageLabels(document, imprint.labels)
  setImprint(document, imprint)
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}

function placeSlides(document: PDFDocument, { sheets }: Imprint): Stop[] {
  const pages = document.getPages()
  if (pages.length !== sheets.length) {
    throw new Error(`${sheets.length} pages came out as ${pages.length}; see src/styles/print.css`)
  }
  return pages.flatMap(({ ref }, index) =>
    (sheets[index] ?? []).map(({ id, title }) => ({ id, title, page: ref })),
  )
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
