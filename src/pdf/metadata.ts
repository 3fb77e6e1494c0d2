import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { escapeHtml } from '../markup/html.ts'
import type { Imprint } from './imprint.ts'

/** Writes the document's metadata, the same in both places where readers look (ISO 32000-1, 14.3). */
export function setMetadata(document: PDFDocument, imprint: Imprint): void {
  const { context, catalog } = document
  document.setTitle(imprint.title, { showInWindowTitleBar: true })
  document.setAuthor(imprint.author)
  document.setSubject(imprint.description)
  document.setKeywords([imprint.keywords.join(', ')])
  document.setLanguage(imprint.language)
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  // The browser's long signature is of no use to a reader, and the time of printing would differ on each run.
  for (const key of ['Creator', 'CreationDate', 'ModDate']) info.delete(PDFName.of(key))
  if (imprint.date !== undefined) {
    document.setCreationDate(imprint.date)
    document.setModificationDate(imprint.date)
  }
  // Not compressed, so that programs that know nothing of PDF can find it.
  const stream = context.stream(new TextEncoder().encode(writeXmp(imprint, document.getProducer())), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(PDFName.of('Metadata'), context.register(stream))
  const fingerprint = PDFHexString.of(imprint.fingerprint)
  context.trailerInfo.ID = context.obj([fingerprint, fingerprint])
  catalog.set(PDFName.of('PageLayout'), PDFName.of('SinglePage'))
}

/**
 * The document's properties as XMP (ISO 16684-1). They claim that the PDF is accessible (ISO 14289-1, 5);
 * tests/pdf-ua.test.ts proves that for every file that the deck gives.
 */
function writeXmp(imprint: Imprint, producer: string | undefined): string {
  const { title, author, description, language, keywords, date, fingerprint } = imprint
  const inLanguages = (text: string) =>
    `<rdf:Alt>${['x-default', language].map((lang) => `<rdf:li xml:lang="${lang}">${escapeHtml(text)}</rdf:li>`).join('')}</rdf:Alt>`
  const list = (kind: 'Seq' | 'Bag', items: readonly string[]) =>
    `<rdf:${kind}>${items.map((item) => `<rdf:li>${escapeHtml(item)}</rdf:li>`).join('')}</rdf:${kind}>`
  const time = date?.toISOString().replace('.000', '')
  const properties = {
    'dc:format': 'application/pdf',
    'dc:title': inLanguages(title),
    'dc:creator': list('Seq', [author]),
    'dc:description': inLanguages(description),
    'dc:subject': list('Bag', keywords),
    'dc:language': list('Bag', [language]),
    'pdf:Keywords': escapeHtml(keywords.join(', ')),
    'pdf:Producer': producer === undefined ? undefined : escapeHtml(producer),
    'xmp:CreateDate': time,
    'xmp:ModifyDate': time,
    'xmp:MetadataDate': time,
    'xmpMM:DocumentID': `uuid:${fingerprint.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`,
    'pdfuaid:part': '1',
  }
  const body = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`<${name}>${value}</${name}>`],
  )
  const namespaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${namespaces.join(' ')}>
${body.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}
