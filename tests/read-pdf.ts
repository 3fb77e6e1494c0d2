import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { tidy } from './tidy.ts'

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
type Leaf = { readonly type: string; readonly id: string }

/** One page of a PDF as pdf.js reads it. */
export interface ReadPage {
  /** Width and height in points: `960 × 540`. */
  readonly size: string
  /** The text as a reader copies it from the page: in painting order, with one space between lines. */
  readonly text: string
  /** The elements of the page's structure tree, in order, each with all its text. */
  readonly tags: readonly { readonly type: string; readonly text: string }[]
  /** The texts of the headings among them. */
  readonly headings: readonly string[]
  readonly links: readonly {
    readonly url: string | undefined
    readonly dest: unknown
    readonly says: string
  }[]
}

/** Opens a PDF; close it with `destroy()`. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes over the bytes that it gets, so give it a copy.
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
}

/** The pages of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const document = await openPdf(bytes)
  const pages = await readPages(document)
  await document.destroy()
  return pages
}

export async function readPages(document: PDFDocumentProxy): Promise<ReadPage[]> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  return Promise.all(numbers.map(async (number) => readPage(await document.getPage(number))))
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const contents = new Map<string, string>()
  let text = ''
  let open = ''
  for (const item of items) {
    if ('str' in item) {
      const said = item.str + (item.hasEOL ? ' ' : '')
      text += said
      contents.set(open, (contents.get(open) ?? '') + said)
    } else if (item.type === 'beginMarkedContentProps') open = item.id ?? ''
    else if (item.type === 'endMarkedContent') open = ''
  }
  const tree = await page.getStructTree()
  const tags = tree === null ? [] : listTags(tree, contents).slice(1)
  const annotations = await page.getAnnotations()
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    size: `${Math.round(width)} × ${Math.round(height)}`,
    text: tidy(text),
    tags,
    headings: tags.flatMap(({ type, text }) => (/^H\d$/.test(type) ? [text] : [])),
    links: annotations
      .filter(({ subtype }) => subtype === 'Link')
      .map(({ unsafeUrl, dest, contentsObj }) => ({ url: unsafeUrl, dest, says: contentsObj?.str })),
  }
}

function listTags(tree: Tree, contents: ReadonlyMap<string, string>): ReadPage['tags'] {
  const tag = { type: tree.role, text: tidy(collectText(tree, contents)) }
  return [tag, ...tree.children.flatMap((child) => (isLeaf(child) ? [] : listTags(child, contents)))]
}

function collectText(tree: Tree, contents: ReadonlyMap<string, string>): string {
  return tree.children
    .map((child) => (isLeaf(child) ? (contents.get(child.id) ?? '') : collectText(child, contents)))
    .join('')
}

function isLeaf(node: Tree | Leaf): node is Leaf {
  return 'id' in node && !('children' in node)
}
