/** The glyph widths of a font program (OpenType's `hmtx` table). */
export interface TrueType {
  readonly count: number
  /** In thousandths of the font size. */
  widthOf(glyph: number): number
}

export function readTrueType(bytes: Buffer): TrueType {
  const tables = new Map<string, number>()
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8))
  }
  const table = (name: string) => {
    const offset = tables.get(name)
    if (offset === undefined) throw new Error(`the font program has no table "${name}"`)
    return offset
  }
  const unit = bytes.readUInt16BE(table('head') + 18)
  const metrics = bytes.readUInt16BE(table('hhea') + 34)
  const widths = table('hmtx')
  return {
    count: bytes.readUInt16BE(table('maxp') + 4),
    widthOf: (glyph) => (bytes.readUInt16BE(widths + 4 * Math.min(glyph, metrics - 1)) * 1000) / unit,
  }
}
