/** One operator of a content stream with what stands before it (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly operator: string
  readonly operands: readonly string[]
}

const TOKEN =
  /<<(?:[^<>]|<[^<>]*>)*>>|<[^<>]*>|\((?:\\.|[^\\()])*\)|\[[^\]]*\]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/gs
const OPERATOR = /^[A-Za-z'"*]/

/** Reads a content stream's text; strings, arrays and dictionaries are one operand each. Throws at inline images. */
export function* readOperations(content: string): Generator<Operation> {
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (!OPERATOR.test(token) || token === 'true' || token === 'false') {
      operands.push(token)
      continue
    }
    if (token === 'BI') throw new Error('the print has an inline image, which is not expected')
    yield { operator: token, operands }
    operands = []
  }
}

/** A number as a content stream writes it, with so many digits after the point at most (5). */
export function writeNumber(value: number, digits: number): string {
  const unit = 10 ** digits
  const text = String(Math.round(value * unit) / unit)
  if (text.startsWith('0.')) return text.slice(1)
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text
}

/** A coordinate system's six numbers: `x' = ax + cy + e`, `y' = bx + dy + f`. */
export type Matrix = readonly [number, number, number, number, number, number]

export function readMatrix(operands: readonly string[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number)
  return [a, b, c, d, e, f]
}

/** What is drawn by `inner` within `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** How long one unit is. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}
