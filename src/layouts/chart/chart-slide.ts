import type { SlideBase, Source } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'

/** Numbers as a picture, and as a table for who does not see it. The title says what is to be seen in it. */
export interface ChartSlide extends SlideBase {
  readonly layout: 'chart'
  /**
   * `bars` side by side or `stacked` ones, `lines`, `areas` on top of each other, or the `parts` of one
   * whole.
   */
  readonly kind: 'bars' | 'stacked' | 'lines' | 'areas' | 'parts'
  /** Bars lie, which leaves room for long labels. On a phone they always do. */
  readonly lying?: true
  /** What the numbers count: `pt`, `mln. Eur`. Not shown where every series' name says it. */
  readonly unit?: Localized
  /** How many digits the numbers have after the decimal sign; none without it. */
  readonly decimals?: number
  /** What the numbers are of, in order: 24 at most, and six parts at most. */
  readonly categories: readonly Category[]
  /** Rows of numbers, four at most; parts are one. */
  readonly series: readonly Series[]
  /** Says what the picture shows, for people who do not see it. They also get the numbers. */
  readonly alternative: Localized
  readonly sources?: readonly Source[]
}

export interface Category {
  /** What stands at the number; in few words, as a line's points stand side by side. */
  readonly label: Localized
  /** The one that matters: it alone is filled. For charts of one series. */
  readonly marked?: true
}

export interface Series {
  /** What the row of numbers is of; with one series the title may say it, and the table still needs it. */
  readonly name: Localized
  /** One for each category; `null` where there is none. */
  readonly values: readonly (number | null)[]
  /** The series that matters; without it the first. */
  readonly marked?: true
}

/** What a drawing of the numbers needs. */
export type ChartData = Pick<ChartSlide, 'kind' | 'categories' | 'series'>
