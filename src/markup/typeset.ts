import { escapeHtml, type Html, raw } from './html.ts'

const NBSP = '\u00a0'

/**
 * Puts non-breaking spaces where a line must not end: between a one-letter word and the next word, a number
 * and what it counts, the halves of „t. y.“, and a dash and the word before it.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\S)/gu, `$1${NBSP}`)
    .replace(/(\d) (?=\p{L})/gu, `$1${NBSP}`)
    .replace(/\bt\. y\./g, `t.${NBSP}y.`)
    .replace(/ (?=– )/g, NBSP)
}

/** A name with a number, „COVID-19“, and a number with its ending, „2027-aisiais“: each is one word. */
const NUMBERED = /[\p{L}\p{N}]+-\d+|\d+-\p{Ll}{1,8}(?!\p{L})/gu

/** A text as HTML that keeps such words whole: browsers may break a line after any hyphen. */
export function bindNumbers(text: string): Html {
  return raw(escapeHtml(text).replace(NUMBERED, '<span class="unbroken">$&</span>'))
}
