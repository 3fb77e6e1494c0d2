import { LANGUAGES, type Localized } from '../../deck/language.ts'
import { countLines } from '../check-height.ts'
import { formatNumber } from '../format-number.ts'
import type { ChartSlide } from './chart-slide.ts'

/*
 * What has room in a chart, judged before anything is laid out and the same for all languages. Lengths are in
 * hundredths of a 16:9 slide's width, as `--u` is; on a phone in pixels.
 */

/** The width of a letter in a line, of a wide one in a word, and of a digit, as multiples of the size. */
const LETTER = 0.52
const WIDE = 0.62
const DIGIT = 0.6
export const WIDTH = 86
/** What names take beside a plot, and labels beside lying bars at most. */
const NAMES = 18
const LABELS = 28
/** The parts of a slot that its bars and the lines of its label take. */
const BARS = 0.84
const LABEL = 0.94
export const SIZES = { large: 1.9, small: 1.3 } as const
/** A plot on the narrowest phone, and the letters around it. */
const PHONE = { width: 280, size: 13 } as const
/** The least height of a plot, and what it usually has at least. */
export const LEAST = 14
const USUAL = 19
/** So many lying bars have room in large letters. */
const FEW = 10

export interface Fit {
  /** How the numbers are laid out on a wide screen. */
  readonly way: 'upright' | 'lying' | 'flow' | 'parts'
  readonly size: keyof typeof SIZES
  /** Whether a scale stands beside the plot, because the numbers have no room in it. */
  readonly hasScale: boolean
  /** Whether names stand at the ends of what they name, or in a row above. */
  readonly namesBeside: boolean
  /** The longest number's length. */
  readonly digits: number
  /** The width of an upright bar, or of the plot with lying ones. */
  readonly bar: number
  /** The width of the labels beside lying bars. */
  readonly labels: number
  /** The letters that have room in a label's line, and the lines of the longest label. */
  readonly letters: number
  readonly lines: number
  /** Each label is shown, or only each second or third; on a wide screen and on a phone. */
  readonly every: { readonly wide: number; readonly compact: number }
}

export function fitChart(slide: ChartSlide): Fit {
  const { kind, lying } = slide
  if (kind === 'lines' || kind === 'areas') return fitFlow(slide)
  if (lying || kind === 'parts') return fitLying(slide)
  const tries = [false, true].flatMap((hasScale) => [
    fitUpright(slide, 'large', hasScale),
    fitUpright(slide, 'small', hasScale),
  ])
  const longest = longestWord(slide)
  const fits = ({ size, hasScale, digits, letters, bar }: Fit) =>
    longest <= letters && (hasScale || kind === 'stacked' || widthOf(digits, DIGIT, size) <= bar)
  return tries.find(fits) ?? fitUpright(slide, 'small', true)
}

/** Lines and areas: with a scale, and with as many labels as have room. */
function fitFlow(slide: ChartSlide): Fit {
  const { categories } = slide
  const size = 'large'
  const digits = countDigits(slide)
  const width = WIDTH - NAMES - widthOf(digits + 1, DIGIT, size)
  const slot = width / categories.length
  const slotOfPhone = (PHONE.width - (digits + 1) * DIGIT * PHONE.size) / categories.length
  const longest = longestWord(slide)
  const every = {
    wide: Math.ceil((widthOf(longest, WIDE, size) + 0.8) / slot),
    compact: Math.ceil((longest * WIDE * PHONE.size + 5) / slotOfPhone),
  }
  const letters = lettersIn(slot * Math.min(every.wide, categories.length), WIDE, size)
  const lines = countLabelLines(slide, letters)
  return {
    way: 'flow',
    size,
    hasScale: true,
    namesBeside: true,
    digits,
    bar: slot,
    labels: 0,
    letters,
    lines,
    every,
  }
}

function fitUpright(slide: ChartSlide, size: Fit['size'], hasScale: boolean): Fit {
  const { kind, categories, series } = slide
  const digits = countDigits(slide)
  const namesBeside = kind === 'stacked' && series.length > 1
  const aside = (namesBeside ? NAMES : 0) + (hasScale ? widthOf(digits + 1, DIGIT, size) : 0)
  const slot = Math.min((WIDTH - aside) / categories.length, slotOf(series.length))
  const bar = (BARS * slot) / (kind === 'bars' ? series.length : 1)
  const letters = lettersIn(slot, WIDE, size)
  const lines = countLabelLines(slide, letters)
  return { way: 'upright', size, hasScale, namesBeside, digits, bar, labels: 0, letters, lines, every: EACH }
}

/** The lines of a name beside a plot, with its last number. */
export function countNameLines(name: Localized, { digits }: Fit): number {
  return Math.max(
    ...LANGUAGES.map((one) =>
      countLines(`${name[one]} ${'0'.repeat(digits)}`, lettersIn(NAMES - 3, LETTER, 'large')),
    ),
  )
}

/** Whether the names of several series have room above the plot, with their keys and the unit. */
export function hasRoomAbove({ series, unit }: ChartSlide, { size }: Fit): boolean {
  const widths = LANGUAGES.map((one) => {
    const letters = [...series.map(({ name }) => name[one]), unit?.[one] ?? ''].join('').length
    return widthOf(letters, LETTER, size) + widthOf(series.length + 1, 3.7, size)
  })
  return Math.max(...widths) <= WIDTH
}

/** What a line of a name takes of a plot's height, in hundredths. */
export const NAME_LINE = 9.5

/** The width of a category at most, so that few bars are not too wide; the style has it, too. */
function slotOf(series: number): number {
  return 11 + 5 * series
}

/** Lying bars, and the parts of a whole, whose labels stand beside them as well. */
function fitLying(slide: ChartSlide): Fit {
  const { kind, categories, series } = slide
  const digits = countDigits(slide)
  const count = categories.length * (kind === 'bars' ? series.length : 1)
  const size = kind === 'bars' && count > FEW ? 'small' : 'large'
  const longest = Math.max(...listLabels(slide).map(({ length }) => length))
  const wanted = Math.max(widthOf(longest, LETTER, size), widthOf(longestWord(slide), WIDE, size))
  const labels = kind === 'parts' ? 46 : Math.min(LABELS, wanted + 2)
  const letters = lettersIn(labels, LETTER, size)
  const lines = countLabelLines(slide, letters)
  const bar = WIDTH - labels - widthOf(digits + 1, DIGIT, size)
  const way = kind === 'parts' ? 'parts' : 'lying'
  return { way, size, hasScale: false, namesBeside: false, digits, bar, labels, letters, lines, every: EACH }
}

const EACH = { wide: 1, compact: 1 } as const

/** Whether a number has room in its part of a stacked bar; `share` is the part's length in hundredths. */
export function hasRoomInside({ way, size, bar, digits }: Fit, share: number): boolean {
  const number = widthOf(digits, DIGIT, size)
  if (way === 'lying') return (share / 100) * bar > number + 1
  return (share / 100) * USUAL > 1.3 * SIZES[size] && bar > number
}

function lettersIn(width: number, each: number, size: Fit['size']): number {
  return Math.max(1, Math.floor((LABEL * width) / widthOf(1, each, size)))
}

function widthOf(count: number, each: number, size: Fit['size']): number {
  return count * each * SIZES[size]
}

function listLabels({ categories }: ChartSlide): string[] {
  return categories.flatMap(({ label }) => Object.values(label))
}

export function longestWord(slide: ChartSlide): number {
  return Math.max(
    ...listLabels(slide)
      .flatMap((label) => label.split(/[ -]/))
      .map(({ length }) => length),
  )
}

function countLabelLines(slide: ChartSlide, letters: number): number {
  return Math.max(...listLabels(slide).map((label) => countLines(label, letters)))
}

function countDigits({ series, decimals = 0 }: ChartSlide): number {
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== null))
  return Math.max(
    1,
    ...LANGUAGES.flatMap((one) => numbers.map((value) => formatNumber(value, decimals, one).length)),
  )
}
