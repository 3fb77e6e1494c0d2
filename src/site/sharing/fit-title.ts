export interface TitleBox {
  /** The width of a line, in ems. */
  readonly measure: (line: string) => number
  readonly width: number
  readonly height: number
  /** From one baseline to the next, in ems. */
  readonly lineHeight: number
  readonly largest: number
}

/** Sets a title as large as its box allows, in even lines. Throws when a word is too long. */
export function fitTitle(
  title: string,
  { width, height, lineHeight, largest, ...box }: TitleBox,
): { readonly size: number; readonly lines: readonly string[] } {
  // The search measures the same few lines in many sizes.
  const measured = new Map<string, number>()
  const measure = (line: string) => {
    const known = measured.get(line) ?? box.measure(line)
    measured.set(line, known)
    return known
  }
  // Splits at plain spaces only, so non-breaking ones keep words together.
  const words = title.split(' ')
  for (let size = largest; size >= largest / 4; size--) {
    const lines = wrap(words, width / size, measure)
    if (lines === undefined || lines.length * lineHeight * size > height) continue
    return { size, lines: balance(words, lines, measure) }
  }
  throw new Error(`the title "${title}" does not fit its picture`)
}

/** Puts words on as few lines as they need; undefined when one word alone is too wide. */
function wrap(words: readonly string[], width: number, measure: TitleBox['measure']): string[] | undefined {
  const lines: string[] = []
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer
    else if (measure(word) <= width) lines.push(word)
    else return undefined
  }
  return lines
}

/** The lines of the narrowest measure that needs no more lines. */
function balance(words: readonly string[], lines: string[], measure: TitleBox['measure']): readonly string[] {
  const widest = Math.max(...lines.map(measure))
  for (let width = widest - 0.1; width > 0; width -= 0.1) {
    const narrower = wrap(words, width, measure)
    if (narrower === undefined || narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}
