import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { getOrCreate } from '../disk/cache.ts'
import type { MemoryFile } from '../disk/memory-file.ts'

const require = createRequire(import.meta.url)

/** A font file of the site, cut to the glyphs in use. */
export interface CutFont extends MemoryFile {
  readonly family: string
  readonly weight: string
  /** Whether the first view needs it at once. */
  readonly preload: boolean
  readonly css: (url: string) => string
}

interface Face {
  readonly family: string
  readonly source: string
  readonly style: 'normal' | 'italic'
  readonly weight: string
  /** Pins or narrows the axes to what the styles use, which leaves a third of the bytes. */
  readonly axes: Readonly<Record<string, number | { min: number; max: number }>>
  /** The weights that print needs as files of their own, where one variable file has several weights. */
  readonly printWeights?: readonly number[]
}

const FACES: readonly Face[] = [
  {
    family: 'Bricolage Grotesque',
    source: 'bricolage-grotesque/files/bricolage-grotesque-%-standard-normal.woff2',
    style: 'normal',
    weight: '700',
    axes: { wght: 700, wdth: 100, opsz: 60 },
  },
  {
    family: 'Instrument Sans',
    source: 'instrument-sans/files/instrument-sans-%-wght-normal.woff2',
    style: 'normal',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 } },
    printWeights: [400, 600, 700],
  },
  {
    family: 'Instrument Sans',
    source: 'instrument-sans/files/instrument-sans-%-wght-italic.woff2',
    style: 'italic',
    weight: '400',
    axes: { wght: 400 },
  },
]

/** The deck's families. */
export const FAMILIES: readonly string[] = [...new Set(FACES.map(({ family }) => family))]

/** Fontsource splits a family by script; its Lithuanian letters are in `latin-ext`, the rest in `latin`. */
const SCRIPTS = ['latin', 'latin-ext'] as const

/** Part of the cache key: another version may produce other bytes. */
const CUTTER: unknown = require('subset-font/package.json').version

/** The OpenType features that the deck uses; others would only add bytes. */
const FEATURES = ['kern', 'mark', 'ccmp', 'locl', 'tnum', 'lnum']

export interface TextInUse {
  readonly normal: string
  readonly italic: string
}

/**
 * `web`: small files, one for all weights. `print`: one file for each weight, as Chromium embeds a variable
 * font in a PDF only as drawings (Type 3); uncompressed, which takes a tenth of the time.
 */
export type FontUse = 'web' | 'print'

/** Cuts each face to the characters in use and leaves out a face without any. */
export async function cutFonts(text: TextInUse, use: FontUse = 'web'): Promise<CutFont[]> {
  const faces = use === 'web' ? FACES : FACES.flatMap(splitByWeight)
  const cut = await Promise.all(
    faces.flatMap((face) => SCRIPTS.map((script) => cutFace(face, script, use, text[face.style]))),
  )
  return cut.filter((font) => font !== undefined)
}

function splitByWeight(face: Face): Face[] {
  const weights = face.printWeights ?? []
  if (weights.length === 0) return [face]
  return weights.map((weight) => ({ ...face, weight: `${weight}`, axes: { ...face.axes, wght: weight } }))
}

async function cutFace(
  face: Face,
  script: (typeof SCRIPTS)[number],
  use: FontUse,
  inUse: string,
): Promise<CutFont | undefined> {
  const characters = [...new Set(inUse)].filter(
    (character) => isLatinExtended(character) === (script === 'latin-ext'),
  )
  if (characters.length === 0) return undefined
  const source = await readFile(require.resolve(`@fontsource-variable/${face.source.replace('%', script)}`))
  const text = characters.sort().join('')
  const options = {
    targetFormat: use === 'web' ? 'woff2' : 'truetype',
    variationAxes: face.axes,
    keepFeatures: FEATURES,
    noHinting: true,
  } as const
  const bytes = await getOrCreate([CUTTER, digest(source), text, options], () => {
    // Loaded only when needed, as loading takes as long as some cuts.
    const subsetFont: typeof import('subset-font')['default'] = require('subset-font')
    return subsetFont(source, text, options)
  })
  const name = `${face.family}-${script}-${face.style}`.toLowerCase().replaceAll(' ', '-')
  const fingerprint = digest(bytes).slice(0, 8)
  const format = use === 'web' ? { ending: 'woff2', name: 'woff2' } : { ending: 'ttf', name: 'truetype' }
  const range = script === 'latin' ? 'U+0-FF,U+2000-218F' : 'U+100-2AF'
  return {
    // Named by its bytes, so that browsers can cache it for ever.
    name: `${name}-${fingerprint}.${format.ending}`,
    bytes,
    family: face.family,
    weight: face.weight,
    preload: face.style === 'normal',
    css: (url) =>
      `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url("${url}")format("${format.name}");unicode-range:${range}}`,
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function isLatinExtended(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x100 && code <= 0x2af
}
