/** One operator of a content stream with the operands before it (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly operator: string
  readonly operands: readonly string[]
}

/** A single operand that may contain white space or delimiters: a dictionary, a string, an array, a name. */
const COMPOUND = /<<(?:[^<>]|<[^<>]*>)*>>|<[^<>]*>|\((?:\\.|[^\\()])*\)|\[[^\]]*\]|\/[^\s<>[\]()/]*/y
/** A run of path construction operators (8.5.2), which make up most of what is drawn. */
const PATH = /(?:(?:[-+.\d]+\s+)*(?:re|[mlcvyh])(?:\s+|$))+/y
const [SPACE, SLASH, LESS, OPEN, BRACKET] = [0x20, 0x2f, 0x3c, 0x28, 0x5b]

/**
 * Reads a content stream's text; a run of path construction comes as one operation, `path`. Scans by hand, as
 * most of the text is hundreds of thousands of short numbers. Throws for anything that Chromium never prints,
 * such as an inline image.
 */
export function* readOperations(content: string): Generator<Operation> {
  let operands: string[] = []
  for (let at = 0; at < content.length; ) {
    const first = content.charCodeAt(at)
    if (first <= SPACE) at++
    else if (first === SLASH || first === LESS || first === OPEN || first === BRACKET) {
      const token = matchAt(COMPOUND, content, at)
      if (token === '')
        throw new Error(`the print has content that cannot be read: ${content.slice(at, at + 40)}`)
      operands.push(token)
      at += token.length
    } else {
      const path = operands.length === 0 ? matchAt(PATH, content, at) : ''
      if (path !== '') {
        yield { operator: 'path', operands: [path] }
        at += path.length
        continue
      }
      const end = findEnd(content, at)
      const token = content.slice(at, end)
      at = end
      // Numbers start with a digit, a sign or a point, and these characters come before all letters.
      if (first <= 0x39 && first !== 0x27 && first !== 0x22) operands.push(token)
      else {
        if (token === 'BI') throw new Error('the print has an inline image, which is not expected')
        yield { operator: token, operands }
        operands = []
      }
    }
  }
}

/** The match of a sticky pattern at this position; empty when there is none. */
function matchAt(pattern: RegExp, content: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(content)?.[0] ?? ''
}

function findEnd(content: string, from: number): number {
  let end = from + 1
  for (; end < content.length; end++) {
    const code = content.charCodeAt(end)
    if (code <= SPACE || code === SLASH || code === LESS || code === OPEN || code === BRACKET) break
  }
  return end
}

/** A number in a content stream's syntax, with at most `digits` (up to 5) digits after the point. */
export function writeNumber(value: number, digits: number): string {
  const unit = 10 ** digits
  const text = String(Math.round(value * unit) / unit)
  if (text.startsWith('0.')) return text.slice(1)
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text
}

const shortened = new Map<string, string>()

/** Rounds all numbers with a point in a text. Most numbers occur more than once, so the results are kept. */
export function shortenNumbers(text: string, digits: number): string {
  return text.replace(/-?\d*\.\d+/g, (number) => {
    const key = `${number} ${digits}`
    const known = shortened.get(key)
    if (known !== undefined) return known
    const short = writeNumber(Number(number), digits)
    shortened.set(key, short)
    return short
  })
}

/** A transformation matrix: `x' = ax + cy + e`, `y' = bx + dy + f`. */
export type Matrix = readonly [number, number, number, number, number, number]

export function readMatrix(operands: readonly (string | number)[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number)
  return [a, b, c, d, e, f]
}

/** The combined matrix of `inner` inside `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** The length of one unit after the transformation. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}
