import type { Deck } from '../deck/deck.ts'
import { LANGUAGES, type Localized } from '../deck/language.ts'
import type { SourcePicture, UnknownPicture } from '../deck/picture.ts'
import { findLayout } from '../layouts/index.ts'
import { type PlacedPicture, widthInHall } from '../layouts/picture-place.ts'

/** A deck with what is in its folder `pictures/`. */
export interface DeckWithPictures {
  /** The talk's folder, from the project's root. */
  readonly folder: string
  readonly deck: Deck
  /** The names of all files in `pictures/`. */
  readonly files: readonly string[]
  /** What is known of those that are shown, by their names. */
  readonly pictures: ReadonlyMap<string, SourcePicture | UnknownPicture>
}

/** The pictures of all slides, each with its slide's id. */
export function listPictures(deck: Deck): (PlacedPicture & { readonly id: string })[] {
  return Object.entries(deck.slides).flatMap(([id, slide]) =>
    (findLayout(slide)?.listPictures?.(slide) ?? []).map((placed) => ({ id, ...placed })),
  )
}

/** Finds faults of the pictures. Each names the slide's file, the picture's and how to mend it. */
export function checkPictures({ folder, deck, files, pictures }: DeckWithPictures): string[] {
  return listPictures(deck).flatMap(({ id, ...placed }) => {
    const faults = [
      ...checkFile(placed, `${folder}/pictures`, files, pictures.get(placed.picture.file)),
      ...checkFocus(placed),
      ...checkAlternative(placed),
    ]
    return faults.map((fault) => `${folder}/${id}.ts: ${fault}`)
  })
}

function checkFile(
  placed: PlacedPicture,
  place: string,
  files: readonly string[],
  source: SourcePicture | UnknownPicture | undefined,
): string[] {
  const { file } = placed.picture
  if (source === undefined) {
    const alike = files.find((name) => name.toLowerCase() === file.toLowerCase())
    if (alike !== undefined) return [`${placed.field}: there is no picture ${file}; did you mean ${alike}?`]
    const others = files.length === 0 ? 'is empty' : `has ${files.join(', ')}`
    return [
      `${placed.field}: there is no picture ${file}; put it into ${place}, which ${others}, or correct \`file\`.`,
    ]
  }
  if (source.kind === 'unknown') {
    return [
      `${placed.field}: pictures/${file} is no picture that is known (${source.found}); save it as JPEG, PNG, WebP, AVIF or SVG.`,
    ]
  }
  const needed = widthInHall(source, placed)
  if (source.kind === 'svg' || source.width >= needed) return []
  const size = `${needed} × ${Math.ceil((needed * source.height) / source.width)}`
  return [
    `${placed.field}: pictures/${file} has ${source.width} × ${source.height} pixels, and a hall's screen shows it in ${size}; take a larger original, or give it less room.`,
  ]
}

function checkFocus({ field, picture: { file, focus } }: PlacedPicture): string[] {
  const isFine = Object.values(focus ?? {}).every((percent) => percent >= 0 && percent <= 100)
  if (isFine) return []
  return [`${field}: the focus of pictures/${file} lies outside of it; x and y are percents, from 0 to 100.`]
}

/** The development server does not check types, so the field itself may be missing. */
function checkAlternative({ field, picture: { file }, alternative }: PlacedPicture): string[] {
  if (alternative === 'decoration') return []
  const texts: Partial<Localized> = alternative ?? {}
  return LANGUAGES.filter((language) => !texts[language]?.trim()).map(
    (language) =>
      `${field}: pictures/${file} has no alternative (${language}); say in a sentence what it shows.`,
  )
}
