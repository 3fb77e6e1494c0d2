import type { MemoryFile } from '../disk/memory-file.ts'

/** A file that is whole, but not written yet; named with its folder, from the one that is exported to. */
export interface MadeFile extends MemoryFile {
  /** Pages, slides or pictures. */
  readonly pages: number
}
