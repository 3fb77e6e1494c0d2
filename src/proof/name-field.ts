import type { SlideBase } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { listTexts } from '../page/list-texts.ts'

/** The field of a slide that has the words which a finding quotes first; undefined where none or several have them. */
export function nameField(what: string, { layout: _, notes: __, ...slide }: SlideBase, language: Language) {
  const words = fold(/“(.+?)”/.exec(what)?.[1] ?? '')
  const fields = listTexts(slide).filter((text) => {
    return (text.language ?? language) === language && words !== '' && fold(text.text).includes(words)
  })
  return fields.length === 1 ? fields[0]?.path : undefined
}

/** Letters and digits alone: a page breaks words and sets other spaces, and a field has marks of Markdown. */
function fold(text: string): string {
  return text.replaceAll(/\{[^}]*\}|[^\p{L}\p{N}]/gu, '').toLowerCase()
}
