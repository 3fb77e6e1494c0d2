import type { Localized } from './language.ts'

/** A file of the talk's folder `pictures/`, as a slide names it. */
export interface PictureFile {
  /** The file's name: `sodas.jpg`. */
  readonly file: string
  /**
   * The point that stays in sight where the picture is cropped, in percent from the left and from the top. By
   * default the middle.
   */
  readonly focus?: Readonly<Record<'x' | 'y', number>>
}

/** A picture that says something of its own. */
export interface ShownPicture extends PictureFile {
  /** Says in a sentence what it shows, for people who do not see it. */
  readonly alternative: Localized
  /** A line in small print. */
  readonly caption?: Localized
  /** Who made it and where it comes from, after the caption. */
  readonly credit?: Localized
}

/** What an original is, in pixels as it is meant to be looked at. */
export interface SourcePicture {
  readonly kind: 'jpeg' | 'png' | 'webp' | 'avif' | 'svg'
  readonly width: number
  readonly height: number
  readonly transparent: boolean
  /** Changes with the original's bytes. */
  readonly digest: string
}

/** A file that is no picture, or of a kind that is not taken; `found` says what it is. */
export interface UnknownPicture {
  readonly kind: 'unknown'
  readonly found: string
}

/** A picture as a page can show it. */
export interface PreparedPicture {
  readonly width: number
  readonly height: number
  /** An address that every browser can show. */
  readonly src: string
  /** Better ones for browsers that know the type, the best first; widths as in `srcset`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[]
}

/** The prepared pictures by the names of their files. */
export type Pictures = Pick<ReadonlyMap<string, PreparedPicture>, 'get'>

/** For where only words and steps count: an empty picture for every name. */
export const BLANK_PICTURES: Pictures = {
  get: () => ({ width: 1, height: 1, src: 'data:,', sources: [] }),
}
