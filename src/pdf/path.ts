import { shortenNumbers, writeNumber } from './operators.ts'

/** A talk repeats its drawings, each of thousands of points, on many pages. */
const read = new Map<string, readonly number[]>()
const written = new Map<string, string>()

/** All points of a path (ISO 32000-1, 8.5.2), `x y x y …`, with the control points of curves. */
export function pointsOf(path: string): readonly number[] {
  const points = read.get(path) ?? readPoints(path)
  read.set(path, points)
  return points
}

function readPoints(path: string): readonly number[] {
  if (!path.includes('re')) return path.match(/[-+.\d]+/g)?.map(Number) ?? []
  const points: number[] = []
  for (const [, operands = '', operator] of path.matchAll(/([^a-z]*)([a-z]+)/g)) {
    const numbers = operands.trim().split(/\s+/).map(Number)
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    if (operator === 're') points.push(x, y, x + width, y + height)
    else if (operator !== 'h') points.push(...numbers)
  }
  return points
}

/** Chromium writes a rectangle in a path as four corners, which takes three times as many bytes as `re`. */
const CORNERS = /^(\S+) (\S+) m\n(\S+) \2 l\n\3 (\S+) l\n\1 \4 l\n(?:\1 \2 l\n)?h\n/gm

/** A path with at most `digits` (up to 5) digits after the point of each number. */
export function writePath(path: string, digits: number): string {
  const key = `${digits} ${path}`
  const code = written.get(key) ?? shortenPath(path, digits)
  written.set(key, code)
  return code
}

function shortenPath(path: string, digits: number): string {
  const lines = path.replace(/([a-z])\s+/g, '$1\n')
  // Width and height come from rounded corners, so that neighbouring rectangles still meet.
  const round = (text: string) => Number(Number(text).toFixed(digits))
  const shorter = lines.replace(CORNERS, (_, x0: string, y0: string, x2: string, y2: string) => {
    const [left, bottom] = [round(x0), round(y0)]
    const numbers = [left, bottom, round(x2) - left, round(y2) - bottom]
    return `${numbers.map((number) => writeNumber(number, digits)).join(' ')} re\n`
  })
  return shortenNumbers(shorter, digits)
}
