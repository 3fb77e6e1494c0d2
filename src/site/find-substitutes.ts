import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { getOrCreate } from '../disk/cache.ts'
import { digest } from '../disk/digest.ts'
import { FACES, type Face, SCRIPTS, SUBSTITUTES, type Substitute } from './faces.ts'

const require = createRequire(import.meta.url)

/** Spaces, and characters that only steer how others are set: they need no glyph. */
const UNSEEN = /[\p{White_Space}\p{Control}\p{Default_Ignorable_Code_Point}]/gu

/** Each character of a text once. An accent is joined to its letter, as browsers do when they set it. */
export function listCharacters(text: string): string[] {
  return [...new Set(text.normalize())]
}

/**
 * The characters of a text that a face has no glyph for, each with the first font that has one; undefined
 * where none has.
 */
export async function findSubstitutes(
  text: string,
  faces: readonly Face[] = FACES,
): Promise<Map<string, Substitute | undefined>> {
  const seen = listCharacters(text.replace(UNSEEN, ''))
  const own = await Promise.all(
    faces.map(({ source }) => Promise.all(SCRIPTS.map((script) => readGlyphs(source.replace('%', script))))),
  )
  const missing = seen.filter((letter) => own.some((files) => !files.some((glyphs) => glyphs.has(letter))))
  if (missing.length === 0) return new Map()
  const others = await Promise.all(
    SUBSTITUTES.map(async (font) => ({ font, glyphs: await readGlyphs(font.source) })),
  )
  return new Map(missing.map((letter) => [letter, others.find(({ glyphs }) => glyphs.has(letter))?.font]))
}

const known = new Map<string, Promise<ReadonlySet<string>>>()

/** The characters that a font file has glyphs for. */
function readGlyphs(source: string): Promise<ReadonlySet<string>> {
  const reading = known.get(source) ?? listGlyphs(source)
  known.set(source, reading)
  return reading
}

async function listGlyphs(source: string): Promise<ReadonlySet<string>> {
  const font = await readFile(require.resolve(source))
  const glyphs = await getOrCreate(['glyphs', digest(font)], async () => {
    // Loaded only when needed, as loading takes long.
    const subsetFont: typeof import('subset-font')['default'] = require('subset-font')
    const { Blob, Face } = await import('harfbuzzjs')
    const options = {
      targetFormat: 'truetype',
      keepAllGlyphs: true,
      keepFeatures: [],
      noHinting: true,
    } as const
    const whole = await subsetFont(font, '', options)
    return Buffer.from(String.fromCodePoint(...new Face(new Blob(whole)).collectUnicodes()))
  })
  return new Set(Buffer.from(glyphs).toString())
}
