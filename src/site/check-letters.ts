import type { Deck } from '../deck/deck.ts'
import { listTexts } from '../page/list-texts.ts'
import { findSubstitutes, listCharacters } from './find-substitutes.ts'

export interface LetterFindings {
  /** A line for each file with letters that no font of the project has. */
  readonly faults: readonly string[]
  /** A line for each file and font with letters that the deck's own families lack. */
  readonly substituted: readonly string[]
}

/** Looks through what the audience sees of a talk. `folder` is the talk's, from the project's root. */
export async function checkLetters(folder: string, { slides, ...deck }: Deck): Promise<LetterFindings> {
  const seen = Object.entries(slides).map(([id, { notes: _, ...slide }]) => [id, slide] as const)
  const places = [['deck', deck] as const, ...seen].map(([name, value]) => ({
    file: `${folder}/${name}.ts`,
    text: listTexts(value)
      .map(({ text }) => text)
      .join('\n'),
  }))
  const missing = await findSubstitutes(places.map(({ text }) => text).join('\n'))
  const familyOf = new Map([...missing].map(([letter, font]) => [letter, font?.family]))
  const found = places.flatMap(({ file, text }) =>
    [...new Set(familyOf.values())].flatMap((family) => {
      const letters = listCharacters(text).filter((one) => familyOf.has(one) && familyOf.get(one) === family)
      return letters.length === 0 ? [] : [{ family, file, letters: letters.map(nameLetter).join(', ') }]
    }),
  )
  return {
    faults: found.flatMap(({ family, file, letters }) =>
      family ? [] : `${file}: no font has ${letters}; write it in other letters, or as a picture.`,
    ),
    substituted: found.flatMap(({ family, file, letters }) =>
      family ? `${file}: ${letters}: set in ${family}, as the deck's own families lack it.` : [],
    ),
  }
}

/** `"Ω" (U+03A9)` */
function nameLetter(letter: string): string {
  return `"${letter}" (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`
}
