import type { Language } from '../deck/language.ts'
import type { Format } from './formats/formats.ts'

/** What to export. */
export interface Wanted {
  readonly languages: readonly Language[]
  readonly formats: readonly Format[]
  /** Slide ids, in running order. */
  readonly slides: readonly string[]
  /**
   * `last`: one frame for each slide, after its last step; `all`: one for every step. Slides PDF and pictures
   * only.
   */
  readonly steps: 'last' | 'all'
  /** Pictures are this many times 1920 × 1080 pixels. */
  readonly scale: number
  /** Whether the speaker's notes go into handout, PowerPoint and text. */
  readonly notes: boolean
}
