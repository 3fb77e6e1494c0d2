import { type BoundingBox, boxAround, corners, grow, intersect } from './bounding-box.ts'
import type { Font } from './fonts.ts'
import { type Matrix, multiply, type Operation, readMatrix, readOperations, scaleOf } from './operators.ts'
import { pointsOf, writePath } from './path.ts'
import { readTextLine, type TextLine } from './text.ts'
import { digitsFor, writeOperation } from './write-operation.ts'

/** A piece of a content stream, in order: it either paints or only sets the state for what paints. */
export type Piece = { readonly kind: 'state'; readonly code: string } | Paint | TextPaint

interface Painted {
  /** The number of the marked content around it (ISO 32000-1, 14.6). */
  readonly mark: number | undefined
  /** The area that it paints, clipped; undefined for an empty area and for content that needs no mark. */
  readonly box: BoundingBox | undefined
}
export interface Paint extends Painted {
  readonly kind: 'paint'
  readonly code: string
  /** The name of the form that it draws, if any. */
  readonly form?: string
  readonly isText?: boolean
}
export interface TextPaint extends Painted {
  readonly kind: 'text'
  readonly line: TextLine
  readonly digits: number
}

export interface Surroundings {
  readonly fonts: ReadonlyMap<string, Font>
  /** Each form's box in the coordinates of the content that draws it. */
  readonly forms: ReadonlyMap<string, BoundingBox>
  /** Everything outside this box is cut off. */
  readonly clip: BoundingBox
}

interface State {
  readonly matrix: Matrix
  readonly clip: BoundingBox | undefined
  readonly lineWidth: number
}

const PAINTING = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const STROKING = /^[sSbB]/

/**
 * Splits a content stream into pieces. Each piece carries its marked content's number, so that the marks can
 * be rewritten. Rounds numbers to visible precision.
 */
export function readContent(content: string, { fonts, forms, clip }: Surroundings): Piece[] {
  const pieces: Piece[] = []
  const saved: State[] = []
  const marks: (number | undefined)[] = []
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], clip, lineWidth: 1 }
  let path = ''
  let clipping = ''
  let text: Operation[] | undefined
  const seen = (box: BoundingBox | undefined) => box && state.clip && intersect(box, state.clip)
  const mark = () => marks.findLast((number) => number !== undefined)
  const digits = () => digitsFor(state.matrix)

  const paint = (code: string, box: BoundingBox | undefined, more: Pick<Paint, 'form' | 'isText'> = {}) =>
    pieces.push({ kind: 'paint', code, mark: mark(), box, ...more })

  const paintText = (operations: readonly Operation[]) => {
    const line = readTextLine(operations, fonts)
    const code = () => operations.map((operation) => writeOperation(operation, digits())).join('')
    if (line === undefined) paint(`BT\n${code()}ET\n`, state.clip, { isText: true })
    else pieces.push({ kind: 'text', mark: mark(), box: state.clip, line, digits: digits() })
  }
  const endPath = ({ operator }: Operation) => {
    const code = `${writePath(path, digits())}${clipping}${operator}\n`
    const needsBox = clipping !== '' || mark() !== undefined
    const box = needsBox ? boxAround(pointsOf(path), state.matrix) : undefined
    const pen = STROKING.test(operator) ? (state.lineWidth / 2) * scaleOf(state.matrix) : 0
    if (operator === 'n') pieces.push({ kind: 'state', code })
    else paint(code, seen(box && grow(box, pen)))
    if (clipping !== '') state = { ...state, clip: seen(box) }
    path = ''
    clipping = ''
  }
  const setState = (operation: Operation) => {
    const { operator, operands } = operation
    if (operator === 'q') saved.push(state)
    else if (operator === 'Q') state = saved.pop() ?? state
    else if (operator === 'cm') state = { ...state, matrix: multiply(readMatrix(operands), state.matrix) }
    else if (operator === 'w') state = { ...state, lineWidth: Number(operands[0]) }
    pieces.push({ kind: 'state', code: writeOperation(operation, digits()) })
  }

  for (const operation of readOperations(content)) {
    const { operator, operands } = operation
    if (operator === 'ET') {
      paintText(text ?? [])
      text = undefined
    } else if (text !== undefined) text.push(operation)
    else if (operator === 'BT') text = []
    else if (operator === 'BDC' || operator === 'BMC') marks.push(readMark(operands))
    else if (operator === 'EMC') marks.pop()
    else if (operator === 'path') path += operands[0]
    else if (operator === 'W' || operator === 'W*') clipping = `${operator} `
    else if (operator === 'n' || PAINTING.has(operator)) endPath(operation)
    else if (operator === 'Do') {
      const [form = ''] = operands
      const own = forms.get(form)
      paint(`${form} Do\n`, seen(own && boxAround(corners(own), state.matrix)), { form })
    } else if (operator === 'sh') paint(writeOperation(operation, digits()), state.clip)
    else setState(operation)
  }
  return pieces
}

function readMark(operands: readonly string[]): number | undefined {
  const [, number] = /\/MCID (\d+)/.exec(operands[1] ?? '') ?? []
  return number === undefined ? undefined : Number(number)
}
