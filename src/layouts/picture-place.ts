import type { Localized } from '../deck/language.ts'
import type { PictureFile } from '../deck/picture.ts'

/** An area in hundredths of the width of the screen. */
export type Area = Readonly<Record<'width' | 'height', number>>

/** Where a layout shows a picture. */
export interface PicturePlace {
  /** The area on a screen of 16:9, and on a phone held upright. */
  readonly wide: Area
  readonly compact: Area
  /** Whether all of it is shown. Otherwise it is cropped to fill the area. */
  readonly whole?: boolean
}

export interface PlacedPicture extends PicturePlace {
  readonly picture: PictureFile
  /** For people who do not see it; a decoration has none, as the words beside it say all. */
  readonly alternative: Localized | 'decoration'
  /** Its place in the slide's data, for messages: `picture`, `people.0.portrait`. */
  readonly field: string
}

/** The screen of a hall, in pixels. A picture needs one of its own for each of these. */
const HALL_WIDTH = 1920

/** How wide the whole picture is in an area, with what is cropped, in the area's units. */
function drawnWidth(size: Area, { width, height }: Area, whole = false): number {
  const widths = [width, (height * size.width) / size.height]
  return whole ? Math.min(...widths) : Math.max(...widths)
}

/** How wide a picture of that size is drawn in a hall, in pixels. */
export function widthInHall(size: Area, { wide, whole }: PicturePlace): number {
  return Math.round((drawnWidth(size, wide, whole) * HALL_WIDTH) / 100)
}

/** How wide it is drawn, as the attribute `sizes` says it. */
export function writeSizes(size: Area, { wide, compact, whole }: PicturePlace): string {
  const [upright, other] = [compact, wide].map((area) => Math.ceil(drawnWidth(size, area, whole)))
  return `(orientation: portrait) ${upright}vw, ${other}vw`
}
