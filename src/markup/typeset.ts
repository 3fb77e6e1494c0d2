const NBSP = '\u00a0'

/**
 * Ties what must not part at the end of a line with non-breaking spaces: a one-letter word to the next word,
 * a number to what it counts, the halves of „t. y.“, and a dash to the word before it.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\S)/gu, `$1${NBSP}`)
    .replace(/(\d) (?=\p{L})/gu, `$1${NBSP}`)
    .replace(/\bt\. y\./g, `t.${NBSP}y.`)
    .replace(/ (?=– )/g, NBSP)
}
