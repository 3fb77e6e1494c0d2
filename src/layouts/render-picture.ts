import type { PictureFile } from '../deck/picture.ts'
import { type Html, html } from '../markup/html.ts'
import type { SlideContext } from './context.ts'
import { type PicturePlace, writeSizes } from './picture-place.ts'

export interface RenderedPicture {
  readonly picture: PictureFile
  readonly place: PicturePlace
  /** Empty when the words beside the picture say all. */
  readonly alternative: string
  readonly classes: string
  /** Whether words stand on it, with a scrim between. */
  readonly behind?: boolean
}

/**
 * A picture in the best kind that the browser knows, as large as the screen needs. Only the first slide's is
 * loaded at once: the others wait until they come near. Throws when the page has no such picture.
 */
export function renderPicture(
  { picture, place, alternative, classes, behind = false }: RenderedPicture,
  { pictures, number }: SlideContext,
): Html {
  const prepared = pictures?.get(picture.file)
  if (prepared === undefined) throw new Error(`no picture ${picture.file} was prepared for this page`)
  const { width, height, src, sources } = prepared
  const sizes = writeSizes(prepared, place)
  const { focus } = picture
  const loads = number === 1 ? html` fetchpriority="high"` : html` loading="lazy"`
  const cropped = focus && html` style="object-position: ${focus.x}% ${focus.y}%"`
  const image = html`<img class="${classes}"${!src.startsWith('data:') && loads} src="${src}" width="${width}" height="${height}" alt="${alternative}"${behind && html` data-behind`}${cropped}>`
  if (sources.length === 0) return image
  return html`<picture>${sources.map(({ type, srcset }) => html`<source type="${type}" srcset="${srcset}" sizes="${sizes}">`)}${image}</picture>`
}
