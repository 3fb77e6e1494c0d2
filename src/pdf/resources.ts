import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { type BoundingBox, boxAround, corners } from './bounding-box.ts'
import { type Font, readFont } from './fonts.ts'
import { readMatrix } from './operators.ts'

/** The fonts and forms that content uses, by name. */
export interface Resources {
  readonly fonts: ReadonlyMap<string, Font>
  readonly forms: ReadonlyMap<string, Form>
}

/** A form XObject: content that other content draws (ISO 32000-1, 8.10). */
export interface Form {
  readonly reference: PDFRef
  readonly stream: PDFRawStream
  /** Its box in the coordinates of the content that draws it. */
  readonly box: BoundingBox
}

/** Returns a function that reads the resources of a page or form. It reads a shared font only once. */
export function createResourceReader({ context }: PDFDocument): (owner: PDFDict) => Resources {
  const known = new Map<PDFDict, Font>()
  const fontOf = (dict: PDFDict) => {
    const font = known.get(dict) ?? readFont(dict)
    known.set(dict, font)
    return font
  }
  return (owner) => {
    const resources = owner.lookupMaybe(PDFName.of('Resources'), PDFDict)
    const list = (kind: string) => resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.entries() ?? []
    const fonts = list('Font').map(
      ([name, font]) => [name.toString(), fontOf(context.lookup(font, PDFDict))] as const,
    )
    const forms = list('XObject').flatMap(([name, reference]) => {
      const stream = context.lookup(reference)
      if (!(reference instanceof PDFRef && stream instanceof PDFRawStream)) return []
      if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return []
      return [[name.toString(), { reference, stream, box: boxOf(stream.dict) }] as const]
    })
    return { fonts: new Map(fonts), forms: new Map(forms) }
  }
}

function boxOf(form: PDFDict): BoundingBox {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(form, 'BBox')
  const own = [left, bottom, right, top] as const
  return boxAround(corners(own), readMatrix(numbersOf(form, 'Matrix'))) ?? own
}

function numbersOf(dict: PDFDict, key: string): number[] {
  const array = dict.lookupMaybe(PDFName.of(key), PDFArray)
  return array?.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN)) ?? []
}
