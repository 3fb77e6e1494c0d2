import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { FAMILIES } from '../../site/faces.ts'
import { RANGES } from '../../site/fonts.ts'
import { SIZE_ADJUST } from './metrics.ts'

const require = createRequire(import.meta.url)

/** Arimo has Arial's widths. Office programs know only two weights. */
const WEIGHTS = { 400: [400], 700: [600, 700] } as const
/** The range of each script's file, and the letters that make it worth reading: those of `latin` always are. */
const SCRIPTS = {
  latin: [RANGES.latin, /^/],
  'latin-ext': [RANGES['latin-ext'], /^/],
  greek: ['U+370-3FF', /[\u0370-\u03ff]/],
  cyrillic: ['U+400-45F,U+490-491,U+4B0-4B1', /[\u0400-\u04b1]/],
} as const

/**
 * Font faces to lay out a text for office files. They use the names of the deck's own families, so all other
 * styles stay as they are.
 */
export async function writeOfficeFaces(text: string): Promise<string> {
  const scripts = Object.entries(SCRIPTS).filter(([, [, letters]]) => letters.test(text))
  const faces = ['normal', 'italic'].flatMap((style) =>
    Object.entries(WEIGHTS).flatMap(([file, weights]) =>
      scripts.map(async ([script, [range]]) => {
        const name = `@fontsource/arimo/files/arimo-${script}-${file}-${style}.woff2`
        const font = await readFile(require.resolve(name), 'base64')
        const source = `src:url("data:font/woff2;base64,${font}")format("woff2");unicode-range:${range}`
        const write = (family: string, weight: number) =>
          `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};size-adjust:${adjustOf(family)}%;${source}}`
        return FAMILIES.flatMap((family) => weights.map((weight) => write(family, weight))).join('')
      }),
    ),
  )
  return (await Promise.all(faces)).join('')
}

function adjustOf(family: string): number {
  const adjust = SIZE_ADJUST[family]
  if (adjust === undefined)
    throw new Error(`src/files/pptx/metrics.ts does not say how large Arial is for ${family}`)
  return Math.round(adjust * 1000) / 10
}
