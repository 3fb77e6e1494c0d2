import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { normalise } from './talk.ts'

export interface PdfPage {
  /** In points. */
  readonly size: string
  /** The headings in the page's structure tree, which screen readers use. */
  readonly headings: readonly string[]
  readonly words: readonly string[]
  readonly links: readonly string[]
}

export interface PdfContent {
  readonly pages: readonly PdfPage[]
}

/**
 * Reads a PDF with another library: the content of its pages, and what its structure tree says about them.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  try {
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
    return { pages: await Promise.all(numbers.map(async (number) => readPage(await pdf.getPage(number)))) }
  } finally {
    await loading.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [tree, content, annotations] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true }),
    page.getAnnotations(),
  ])
  const { width, height } = page.getViewport({ scale: 1 })
  const texts = new Map<string, string>()
  const words: string[] = []
  const open: string[] = []
  for (const item of content.items) {
    if ('str' in item) {
      words.push(item.str)
      const id = open.at(-1) ?? ''
      texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item ? String(item.id) : '')
  }
  return {
    size: `${Math.round(width)} × ${Math.round(height)}`,
    headings: findHeadings(tree).map((ids) => normalise(ids.map((id) => texts.get(id) ?? '').join(''))),
    words,
    links: annotations.flatMap((annotation: { subtype: string; unsafeUrl?: string }) =>
      annotation.subtype === 'Link' && annotation.unsafeUrl !== undefined ? [annotation.unsafeUrl] : [],
    ),
  }
}

/** The content ids of each heading under a node of the structure tree. */
function findHeadings(node: unknown): string[][] {
  if (!isNode(node)) return []
  if (/^H\d$/.test(node.role)) return [collectIds(node)]
  return node.children.flatMap(findHeadings)
}

function collectIds(node: unknown): string[] {
  if (isNode(node)) return node.children.flatMap(collectIds)
  return typeof node === 'object' && node !== null && 'id' in node ? [String(node.id)] : []
}

function isNode(node: unknown): node is { role: string; children: unknown[] } {
  return typeof node === 'object' && node !== null && 'role' in node && 'children' in node
}
