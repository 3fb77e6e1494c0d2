import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { FAMILIES } from '../../site/fonts.ts'
import { SIZE_ADJUST } from './metrics.ts'

const require = createRequire(import.meta.url)

/** Arimo has Arial's widths. Office programs know only two weights. */
const FACES = [
  { file: '400-normal', style: 'normal', weights: [400] },
  { file: '700-normal', style: 'normal', weights: [600, 700] },
  { file: '400-italic', style: 'italic', weights: [400] },
  { file: '700-italic', style: 'italic', weights: [600, 700] },
] as const
const SCRIPTS = { latin: 'U+0-FF,U+2000-218F', 'latin-ext': 'U+100-2AF' } as const

/**
 * Font faces for the layout of office files. They use the names of the deck's own families, so all other
 * styles stay as they are.
 */
export async function writeOfficeFaces(): Promise<string> {
  const faces = await Promise.all(
    FACES.flatMap((face) =>
      Object.entries(SCRIPTS).map(([script, range]) => renderFace(face, script, range)),
    ),
  )
  return faces.join('')
}

async function renderFace(
  { file, style, weights }: (typeof FACES)[number],
  script: string,
  range: string,
): Promise<string> {
  const font = await readFile(
    require.resolve(`@fontsource/arimo/files/arimo-${script}-${file}.woff2`),
    'base64',
  )
  const source = `url("data:font/woff2;base64,${font}")format("woff2")`
  return FAMILIES.flatMap((family) =>
    weights.map(
      (weight) =>
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};size-adjust:${adjustOf(family)}%;src:${source};unicode-range:${range}}`,
    ),
  ).join('')
}

function adjustOf(family: string): number {
  const adjust = SIZE_ADJUST[family]
  if (adjust === undefined)
    throw new Error(`src/files/pptx/metrics.ts does not say how large Arial is for ${family}`)
  return Math.round(adjust * 1000) / 10
}
