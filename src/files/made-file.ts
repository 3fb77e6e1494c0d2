import type { MemoryFile } from '../disk/memory-file.ts'
import type { Wanted } from './options.ts'

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
