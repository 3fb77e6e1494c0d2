import type { Language } from '../deck/language.ts'
import type { Format } from './formats/formats.ts'

/** What the files are made by. */
export interface Wanted {
  readonly languages: readonly Language[]
  readonly formats: readonly Format[]
  /** Ids, in running order. */
  readonly slides: readonly string[]
  /** Each slide once, as its last step leaves it, or once a step; slides PDF and pictures only. */
  readonly steps: 'last' | 'all'
  /** Pictures are this many times 1920 × 1080 pixels. */
  readonly scale: number
  /** Whether the speaker's notes go into handout, PowerPoint and text. */
  readonly notes: boolean
}
