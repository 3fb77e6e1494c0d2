import { writeNumber } from './operators.ts'

/** One step of a path under construction (ISO 32000-1, 8.5.2). */
export interface PathStep {
  readonly operator: string
  readonly numbers: readonly number[]
}

/** All of a path's points, `x y x y …`, those that only bend a curve too. */
export function pointsOf(path: readonly PathStep[]): number[] {
  return path.flatMap(({ operator, numbers }) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    return operator === 're' ? [x, y, x + width, y + height] : numbers
  })
}

export function writePath(path: readonly PathStep[], digits: number): string {
  let code = ''
  for (let index = 0; index < path.length; ) {
    const { length, step } = readRectangle(path, index, digits) ?? { length: 1, step: path[index] }
    if (step !== undefined) code += writeStep(step, digits)
    index += length
  }
  return code
}

function writeStep({ operator, numbers }: PathStep, digits: number): string {
  return `${[...numbers.map((number) => writeNumber(number, digits)), operator].join(' ')}\n`
}

/** Chromium writes a rectangle within a path as its corners, which takes three times as much. */
function readRectangle(path: readonly PathStep[], index: number, digits: number) {
  const steps = path.slice(index, index + 6)
  const end = steps.findIndex(({ operator }) => operator === 'h')
  if (
    !/^ml{3,4}$/.test(
      steps
        .slice(0, Math.max(0, end))
        .map(({ operator }) => operator)
        .join(''),
    )
  )
    return undefined
  const [x0 = 0, y0 = 0, x1, y1, x2 = 0, y2 = 0, x3, y3, x4 = x0, y4 = y0] = steps.flatMap(
    ({ numbers }) => numbers,
  )
  if (y1 !== y0 || x1 !== x2 || y3 !== y2 || x3 !== x0 || x4 !== x0 || y4 !== y0) return undefined
  // From rounded corners, so that neighbours still meet.
  const round = (number: number) => Number(number.toFixed(digits))
  const [left, top] = [round(x0), round(y0)]
  const step: PathStep = { operator: 're', numbers: [left, top, round(x2) - left, round(y2) - top] }
  return { length: end + 1, step }
}
