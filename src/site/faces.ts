/** A style of a family, and what of its fonts the deck's styles use. */
export interface Face {
  readonly family: string
  /** The font's file in a Fontsource package; `%` stands for one of `SCRIPTS`. */
  readonly source: string
  readonly style: 'normal' | 'italic'
  readonly weight: string
  /** Pins or narrows the axes to what the styles use, which leaves a third of the bytes. */
  readonly axes: Axes & { readonly wght: Axis }
  /** The weights that print needs as files of their own, where one variable file has several weights. */
  readonly printWeights?: readonly number[]
}

/** The axes of a variable font that are pinned or narrowed, by their tags. */
export type Axes = Readonly<Record<string, Axis>>
type Axis = number | { readonly min: number; readonly max: number }

export const FACES: readonly Face[] = [
  {
    family: 'Bricolage Grotesque',
    source: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-%-standard-normal.woff2',
    style: 'normal',
    weight: '700',
    axes: { wght: 700, wdth: 100, opsz: 60 },
  },
  {
    family: 'Instrument Sans',
    source: '@fontsource-variable/instrument-sans/files/instrument-sans-%-wght-normal.woff2',
    style: 'normal',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 } },
    printWeights: [400, 600, 700],
  },
  {
    family: 'Instrument Sans',
    source: '@fontsource-variable/instrument-sans/files/instrument-sans-%-wght-italic.woff2',
    style: 'italic',
    weight: '400',
    axes: { wght: 400 },
  },
]

/** The deck's families. */
export const FAMILIES: readonly string[] = [...new Set(FACES.map(({ family }) => family))]

/** Fontsource splits a family by script; its Lithuanian letters are in `latin-ext`, the rest in `latin`. */
export const SCRIPTS = ['latin', 'latin-ext'] as const

/** A font that a talk's letters come from where the deck's families lack them. */
export interface Substitute {
  readonly family: string
  readonly source: string
  /** Whether it has an axis of weights. */
  readonly isVariable: boolean
}

const NOTO_SANS = ['greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'latin-ext', 'vietnamese', 'latin']

/** The first that has a letter is taken. */
export const SUBSTITUTES: readonly Substitute[] = [
  ...NOTO_SANS.map((script) => ({
    family: 'Noto Sans',
    source: `@fontsource-variable/noto-sans/files/noto-sans-${script}-wght-normal.woff2`,
    isVariable: true,
  })),
  {
    family: 'Noto Sans Symbols 2',
    source: '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2',
    isVariable: false,
  },
  {
    family: 'Noto Sans Math',
    // It has its arrows and operators in this file, whatever its name.
    source: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
    isVariable: false,
  },
]
