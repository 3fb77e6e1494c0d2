import type { Language } from '../deck/language.ts'
import type { MemoryFile } from '../disk/memory-file.ts'
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

/** A finished file in memory. Its name includes its folder and is relative to the export folder. */
export interface MadeFile extends MemoryFile {
  /** The number of pages, slides or pictures. */
  readonly pages: number
}

/** What to make, and callbacks for progress. */
export interface Order {
  readonly wanted: Wanted
  /** Called with each file's name when work on it starts. */
  readonly onStart: (name: string) => void
  /** Called with each file as soon as it is finished. */
  readonly onFile: (file: MadeFile) => void
}
