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
