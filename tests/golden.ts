import { readFileSync } from 'node:fs'
import { tidy } from './tidy.ts'

/** A talk's words as they were agreed, a text a slide, so that a lost, added or changed word is noticed. */
export function readGolden(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\n{2,}/)
    .map(tidy)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** Elements that stand in a line of text. */
const INLINE = /<\/?(a|b|em|span|strong|wbr)\b[^>]*>/g

/** What a slide's HTML says to the eye and the ear, without the paragraphs of these classes. */
export function readWords(markup: string, without: readonly string[]): string {
  const words = markup
    .replace(new RegExp(`<p class="(${without.join('|')})".*?</p>`, 'gs'), '')
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return tidy(words)
}
