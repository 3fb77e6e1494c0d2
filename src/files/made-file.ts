import type { NamedFile } from './write-whole.ts'

/** A file that is whole, but not written yet; named with its folder, from the one that is exported to. */
export interface MadeFile extends NamedFile {
  /** Pages, slides or pictures. */
  readonly pages: number
}
