import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { STRINGS } from '../strings/strings.ts'
import type { Format } from './formats/formats.ts'
import type { Frame } from './frames.ts'

/** A file's name in the export folder. Pictures have names of their own. */
export function nameFile(deck: Deck, language: Language, format: Exclude<Format, 'png'>): string {
  const name = deck.fileName[language]
  return format === 'handout' ? `${name}-${STRINGS[language].handoutFile}.pdf` : `${name}.${format}`
}

/** `Talk/01-cover.png`; a step's picture has the step in its name: `02-figures-1.png`. */
export function namePicture(deck: Deck, language: Language, { number, id, step }: Frame): string {
  const digits = Math.max(2, String(Object.keys(deck.slides).length).length)
  const steps = step === undefined ? '' : `-${step}`
  return `${deck.fileName[language]}/${String(number).padStart(digits, '0')}-${id}${steps}.png`
}
