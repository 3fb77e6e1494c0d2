import { promisify } from 'node:util'
import { deflate, deflateSync, inflateSync } from 'node:zlib'
import { PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'

/** Throws when the object is not a stream. */
export function asStream(object: PDFObject | undefined): PDFRawStream {
  if (object instanceof PDFRawStream) return object
  throw new Error('the print lacks a stream that it should have')
}

/** A stream's decompressed bytes. Throws for a compression that Chromium does not use. */
export function unpack(stream: PDFRawStream): Buffer {
  const filter = stream.dict.get(PDFName.of('Filter'))
  if (filter === undefined) return Buffer.from(stream.contents)
  if (filter !== PDFName.of('FlateDecode')) throw new Error(`the print has a stream packed by ${filter}`)
  return inflateSync(stream.contents)
}

/** For lists of numbers, level 5 is as small as 9 and twice as fast. */
const PACKING = { level: 5, memLevel: 9 }

/** The same stream with other bytes, compressed. */
export function pack(stream: PDFRawStream, bytes: Uint8Array): PDFRawStream {
  return replaceBytes(stream, deflateSync(bytes, PACKING))
}

/** As `pack`, on another processor. */
export async function packAside(stream: PDFRawStream, bytes: Uint8Array): Promise<PDFRawStream> {
  return replaceBytes(stream, await promisify(deflate)(bytes, PACKING))
}

function replaceBytes(stream: PDFRawStream, packed: Uint8Array): PDFRawStream {
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  stream.dict.set(PDFName.of('Length'), PDFNumber.of(packed.length))
  return PDFRawStream.of(stream.dict, packed)
}
