import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { getOrCreate } from '../disk/cache.ts'
import { digest } from '../disk/digest.ts'
import type { MemoryFile } from '../disk/memory-file.ts'
import { ASSETS_FOLDER } from '../page/addresses.ts'
import { type Axes, FACES, type Face, SCRIPTS, SUBSTITUTES } from './faces.ts'
import { findSubstitutes, listCharacters } from './find-substitutes.ts'

const require = createRequire(import.meta.url)

/** A font file of the site, cut to the glyphs in use. */
export interface CutFont extends MemoryFile {
  readonly family: string
  readonly weight: string
  /** Whether the first view needs it at once. */
  readonly preload: boolean
  readonly css: (url: string) => string
}

/** Part of the cache key: another version may produce other bytes. */
const CUTTER: unknown = require('subset-font/package.json').version

/** The OpenType features that the deck uses; others would only add bytes. */
const FEATURES = ['kern', 'mark', 'ccmp', 'locl', 'tnum', 'lnum']

/** What each script's file has. */
export const RANGES = { latin: 'U+0-FF,U+2000-218F', 'latin-ext': 'U+100-2AF' } as const

export interface TextInUse {
  readonly normal: string
  readonly italic: string
}

/**
 * `web`: small files, one for all weights. `print`: one file for each weight, as Chromium embeds a variable
 * font in a PDF only as drawings (Type 3); uncompressed, which takes a tenth of the time.
 */
export type FontUse = 'web' | 'print'

/**
 * Cuts each face to the characters in use. Those that it lacks come from substitutes, under the face's own
 * name, so that no style has to know of them.
 */
export async function cutFonts(text: TextInUse, use: FontUse = 'web'): Promise<CutFont[]> {
  const faces = use === 'web' ? FACES : FACES.flatMap(splitByWeight)
  const characters = { normal: listCharacters(text.normal), italic: listCharacters(text.italic) }
  const cut = await Promise.all(
    faces.map(async (face) => {
      const inUse = characters[face.style]
      const parts = [...listOwnParts(face, inUse), ...(await listSubstituteParts(face, inUse))]
      const used = parts.filter(({ characters }) => characters.length > 0)
      return Promise.all(used.map((part) => cutPart(face, part, use)))
    }),
  )
  return cut.flat()
}

function splitByWeight(face: Face): Face[] {
  const weights = face.printWeights ?? []
  if (weights.length === 0) return [face]
  return weights.map((weight) => ({ ...face, weight: `${weight}`, axes: { ...face.axes, wght: weight } }))
}

/** A font file, and what a face takes of it. */
interface Part {
  /** Tells it apart in the name of the cut file. */
  readonly name: string
  readonly source: string
  readonly axes: Axes
  readonly characters: readonly string[]
  /** The characters that browsers look for in it. */
  readonly range: string
  readonly preload: boolean
}

function listOwnParts(face: Face, inUse: readonly string[]): Part[] {
  return SCRIPTS.map((script) => ({
    name: script,
    source: face.source.replace('%', script),
    axes: face.axes,
    characters: inUse.filter((one) => isLatinExtended(one) === (script === 'latin-ext')),
    range: RANGES[script],
    preload: face.style === 'normal',
  }))
}

async function listSubstituteParts(face: Face, inUse: readonly string[]): Promise<Part[]> {
  const missing = [...(await findSubstitutes(inUse.join(''), [face]))]
  return SUBSTITUTES.map((font) => {
    const characters = missing.flatMap(([character, substitute]) => (substitute === font ? character : []))
    return {
      name: path.basename(font.source, '.woff2'),
      source: font.source,
      axes: font.isVariable ? { wght: face.axes.wght } : {},
      characters,
      range: characters.map((one) => `U+${codeOf(one).toString(16)}`).join(),
      preload: false,
    }
  })
}

async function cutPart(face: Face, part: Part, use: FontUse): Promise<CutFont> {
  const { family, style, weight } = face
  const source = await readFile(require.resolve(part.source))
  const text = part.characters.toSorted().join('')
  const options = {
    targetFormat: use === 'web' ? 'woff2' : 'truetype',
    variationAxes: part.axes,
    keepFeatures: FEATURES,
    noHinting: true,
  } as const
  const bytes = await getOrCreate([CUTTER, digest(source), text, options], () => {
    // Loaded only when needed, as loading takes as long as some cuts.
    const subsetFont: typeof import('subset-font')['default'] = require('subset-font')
    return subsetFont(source, text, options)
  })
  const name = `${family}-${part.name}-${style}`.toLowerCase().replaceAll(' ', '-')
  const fingerprint = digest(bytes).slice(0, 8)
  const format = use === 'web' ? { ending: 'woff2', name: 'woff2' } : { ending: 'ttf', name: 'truetype' }
  return {
    // Named by its bytes, so that browsers can cache it for ever.
    name: `${ASSETS_FOLDER}${name}-${fingerprint}.${format.ending}`,
    bytes,
    family,
    weight,
    preload: part.preload,
    css: (url) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url("${url}")format("${format.name}");unicode-range:${part.range}}`,
  }
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0

const isLatinExtended = (character: string) => codeOf(character) >= 0x100 && codeOf(character) <= 0x2af
