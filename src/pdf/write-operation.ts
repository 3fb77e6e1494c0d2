import { type Matrix, type Operation, scaleOf, writeNumber } from './operators.ts'

/** Smaller differences are invisible, in points: a fifth of a dot of a good printer. */
const SMALLEST_VISIBLE = 0.01

/** How many digits after the point a coordinate needs. */
export function digitsFor(matrix: Matrix): number {
  const scale = scaleOf(matrix)
  return scale === 0 ? 0 : Math.min(5, Math.max(0, Math.ceil(Math.log10(scale / SMALLEST_VISIBLE))))
}

/**
 * Matrices multiply what follows them, and colours and dashes are few, so these keep Chromium's precision.
 */
const EXACT = 5

export function writeOperation({ operator, operands }: Operation, digits: number): string {
  const places = ['Td', 'TD', 'w', 'TL'].includes(operator) ? digits : EXACT
  const parts = operands.map((operand) =>
    /^[-+.\d]+$/.test(operand) ? writeNumber(Number(operand), places) : operand,
  )
  return `${[...parts, operator].join(' ')}\n`
}
