import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF for accessibility checks. One library reads its structure, another its pages' content. */
export interface UaFile {
  readonly document: PDFDocument
  readonly elements: readonly UaElement[]
  readonly painted: readonly Painted[]
  readonly annotations: readonly { readonly page: PDFDict; readonly dict: PDFDict; readonly ref: PDFRef }[]
}

export interface UaElement {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly type: string
  readonly parent: UaElement | undefined
  readonly children: readonly UaElement[]
  /** The numbers of the element's own marked content, each with its page. */
  readonly marks: readonly { readonly page: PDFObject | undefined; readonly number: number }[]
  readonly objects: readonly PDFRef[]
}

/** What one operator paints. */
export interface Painted {
  readonly page: number
  /** The marks around it, outermost first: `Artifact`, or the number of marked content. */
  readonly marks: readonly (string | number)[]
  readonly text: readonly { readonly code: number; readonly unicode: string }[]
}

export const get = (dict: PDFDict, key: string) => dict.lookup(PDFName.of(key))

export function nameOf(dict: PDFDict, key: string): string | undefined {
  return dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText()
}

export function readString(value: unknown): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

export function dictionaries({ document }: UaFile, type: string): PDFDict[] {
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
  return objects.filter((object) => object instanceof PDFDict).filter((dict) => nameOf(dict, 'Type') === type)
}

export async function readUaFile(bytes: Uint8Array): Promise<UaFile> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const annotations = document.getPages().flatMap(({ node }) =>
    (node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const dict = document.context.lookup(ref, PDFDict)
      return ref instanceof PDFRef ? [{ page: node, dict, ref }] : []
    }),
  )
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  return { document, annotations, elements: readElements(root, undefined), painted: await readPainted(bytes) }
}

/** The elements below an element or the root, each before its children. */
function readElements(dict: PDFDict, parent: UaElement | undefined): UaElement[] {
  return kidsOf(dict).flatMap((kid): UaElement[] => {
    const element = dict.context.lookup(kid)
    if (!(kid instanceof PDFRef && element instanceof PDFDict && element.has(PDFName.of('S')))) return []
    const page = element.get(PDFName.of('Pg'))
    const children: UaElement[] = []
    const marks: { page: PDFObject | undefined; number: number }[] = []
    const objects: PDFRef[] = []
    for (const each of kidsOf(element)) {
      const own = element.context.lookup(each)
      if (own instanceof PDFNumber) marks.push({ page, number: own.asNumber() })
      if (!(own instanceof PDFDict)) continue
      const [number, object] = [get(own, 'MCID'), own.get(PDFName.of('Obj'))]
      if (number instanceof PDFNumber) {
        marks.push({ page: own.get(PDFName.of('Pg')) ?? page, number: number.asNumber() })
      }
      if (object instanceof PDFRef) objects.push(object)
    }
    const type = nameOf(element, 'S') ?? ''
    const found: UaElement = { ref: kid, dict: element, type, parent, children, marks, objects }
    const inside = readElements(element, found)
    children.push(...inside.filter((one) => one.parent === found))
    return [found, ...inside]
  })
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.get(PDFName.of('K'))
  const list = kids === undefined ? undefined : dict.context.lookup(kids)
  if (list instanceof PDFArray) return list.asArray()
  return kids === undefined ? [] : [kids]
}

const TEXT = new Set([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText])
const OTHER = new Set([
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
])

/** Reads the content of all pages, inside forms too. */
async function readPainted(bytes: Uint8Array): Promise<Painted[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const painted: Painted[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const { fnArray, argsArray } = await (await pdf.getPage(page)).getOperatorList()
    const marks: (string | number)[] = []
    for (const [index, operator] of fnArray.entries()) {
      const args: unknown[] = argsArray[index] ?? []
      if (operator === OPS.beginMarkedContentProps) marks.push(readMark(args[1]) ?? nameIn(args[0]))
      else if (operator === OPS.beginMarkedContent) marks.push(nameIn(args[0]))
      else if (operator === OPS.endMarkedContent) marks.pop()
      else if (TEXT.has(operator)) painted.push({ page, marks: [...marks], text: readGlyphs(args[0]) })
      else if (OTHER.has(operator) || (operator === OPS.constructPath && args[0] !== OPS.endPath)) {
        painted.push({ page, marks: [...marks], text: [] })
      }
    }
    if (marks.length > 0) throw new Error(`page ${page} leaves marked content open`)
  }
  await loading.destroy()
  return painted
}

function readMark(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function nameIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}

function readGlyphs(glyphs: unknown): Painted['text'] {
  if (!Array.isArray(glyphs)) return []
  return glyphs.flatMap((glyph) =>
    typeof glyph === 'object' && glyph !== null
      ? [{ code: Number(glyph.originalCharCode), unicode: String(glyph.unicode) }]
      : [],
  )
}
