import type { MemoryFile } from '../disk/memory-file.ts'
import type { Wanted } from './options.ts'

/** A file that is whole, but not written yet; named with its folder, from the one that is exported to. */
export interface MadeFile extends MemoryFile {
  /** Pages, slides or pictures. */
  readonly pages: number
}

/** What to make, and who hears of it. */
export interface Order {
  readonly wanted: Wanted
  /** Gets each file's name when its turn comes. */
  readonly onStart: (name: string) => void
  /** Gets each file as soon as it is made. */
  readonly onFile: (file: MadeFile) => void
}
