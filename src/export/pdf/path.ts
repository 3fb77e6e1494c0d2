import { type Operation, shortenNumber, writeNumber } from './operators.ts'

/** All points of a path (ISO 32000-1, 8.5.2), `x y x y …`, those that only bend a curve too. */
export function pointsOf(path: readonly Operation[]): number[] {
  return path.flatMap(({ operator, operands }) => {
    const numbers = operands.map(Number)
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    return operator === 're' ? [x, y, x + width, y + height] : numbers
  })
}

export function writePath(path: readonly Operation[], digits: number): string {
  let code = ''
  for (let index = 0; index < path.length; ) {
    const rectangle = readRectangle(path, index, digits)
    if (rectangle !== undefined) {
      code += rectangle.code
      index += rectangle.length
      continue
    }
    for (const operand of path[index]?.operands ?? []) code += `${shortenNumber(operand, digits)} `
    code += `${path[index]?.operator}\n`
    index++
  }
  return code
}

/** Chromium writes a rectangle within a path as its corners, which takes three times as much. */
function readRectangle(path: readonly Operation[], index: number, digits: number) {
  // Most of a path is dots, which have no second side.
  if (path[index + 2]?.operator !== 'l') return undefined
  const steps = path.slice(index, index + 6)
  const end = steps.findIndex(({ operator }) => operator === 'h')
  const sides = steps.slice(0, Math.max(0, end))
  if (!/^ml{3,4}$/.test(sides.map(({ operator }) => operator).join(''))) return undefined
  const [x0 = 0, y0 = 0, x1, y1, x2 = 0, y2 = 0, x3, y3, x4 = x0, y4 = y0] = pointsOf(sides)
  if (y1 !== y0 || x1 !== x2 || y3 !== y2 || x3 !== x0 || x4 !== x0 || y4 !== y0) return undefined
  // From rounded corners, so that neighbours still meet.
  const round = (number: number) => Number(number.toFixed(digits))
  const [left, top] = [round(x0), round(y0)]
  const numbers = [left, top, round(x2) - left, round(y2) - top]
  return { length: end + 1, code: `${numbers.map((number) => writeNumber(number, digits)).join(' ')} re\n` }
}
