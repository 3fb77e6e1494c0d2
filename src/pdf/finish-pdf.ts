import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Imprint } from './imprint.ts'
import { describeLinks, joinLinkAreas } from './links.ts'
import { markContent } from './marks.ts'
import { setMetadata } from './metadata.ts'
import { addBookmarks, addDestinations, addPageLabels, type Destination, readTops } from './navigation.ts'
import { nameSlides, tidyTree } from './structure.ts'
import { readTree } from './tree.ts'
import { writeTree } from './write-tree.ts'

/**
 * Turns Chromium's print into the PDF that is handed out: corrects bookmarks, destinations, links and tags,
 * marks and packs the content, sets metadata. The same source gives the same bytes. Throws when the number of
 * pages is wrong, when the structure tree lacks a slide, when a slide's place on a shared page is missing, or
 * when a picture has no text alternative.
 */
export async function finishPdf(printed: Uint8Array, imprint: Imprint): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const tree = readTree(document)
  const destinations = placeSlides(document, imprint)
  nameSlides(tree, destinations)
  tidyTree(tree)
  joinLinkAreas(document, tree)
  describeLinks(document, new Map(destinations.map(({ id, title }) => [id, title])))
  await markContent(document, tree)
  writeTree(document, tree)
  // A slide may be on several pages, one for each step. Links to it lead to the first.
  const firsts = destinations.filter(
    ({ id }, index) => destinations.findIndex((destination) => destination.id === id) === index,
  )
  addDestinations(document, firsts)
  addBookmarks(document, firsts)
  if (imprint.labels !== undefined) addPageLabels(document, imprint.labels)
  setMetadata(document, imprint)
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}

function placeSlides(document: PDFDocument, { sheets, scale }: Imprint): Destination[] {
  const pages = document.getPages()
  if (pages.length !== sheets.length) {
    throw new Error(`${sheets.length} pages came out as ${pages.length}; see src/page/styles/print.css`)
  }
  const tops = readTops(document, scale)
  return pages.flatMap(({ ref: page }, index) => {
    const slides = sheets[index] ?? []
    return slides.map(({ id, title }): Destination => {
      if (slides.length === 1) return { id, title, page }
      const top = tops.get(id)
      if (top !== undefined) return { id, title, page, top }
      throw new Error(
        `the print does not say where "${id}" is on page ${index + 1}; a link must lead to #${id}`,
      )
    })
  })
}
