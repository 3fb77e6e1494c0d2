import { describe, expect, test } from 'vitest'
import { type Piece, readContent } from './content.ts'
import { readOperations, writeNumber } from './operators.ts'
import { readTextLine, spaceAfter, type TextLine, textOf, writeTextLine } from './text.ts'

const clip = [0, 0, 100, 100] as const
const letters = new Map([
  [1, 'a'],
  [2, 'b'],
  [3, ' '],
])
const font = { widthOf: () => 500, textOf: (code: number) => letters.get(code) ?? '', space: 3 }
const fonts = new Map([['/F1', font]])
const read = (content: string) => readContent(content, { fonts, forms: new Map(), clip })
const codeOf = (pieces: readonly Piece[]) => pieces.map((piece) => (piece.kind === 'text' ? '' : piece.code))

test('an inline image, which Chromium never prints, is refused', () => {
  expect(() => [...readOperations('BI /W 1 ID x EI')]).toThrow('the print has an inline image')
})

test.each([
  [0.23999999, 5, '.24'],
  [-0.5, 2, '-.5'],
  [-0.001, 2, '0'],
  [100, 0, '100'],
  [12.6999998, 2, '12.7'],
])('%d with %d digits is written %s', (value, digits, text) => {
  expect(writeNumber(value, digits)).toBe(text)
})

describe('pieces of content', () => {
  test('each one that paints has its innermost mark and the area that it covers within the clip', () => {
    const pieces = read('/P <</MCID 4 >>BDC\nq 2 0 0 2 10 10 cm\n0 0 200 20 re\nf\nQ\nEMC\n0 0 1 1 re f')
    expect(pieces.filter(({ kind }) => kind === 'paint')).toMatchObject([
      { mark: 4, box: [10, 10, 100, 50] },
      { mark: undefined },
    ])
  })

  test('a clip cuts what follows, until the state is restored', () => {
    const pieces = read('/P <</MCID 0>>BDC q 0 0 10 10 re W n 0 0 50 50 re f Q 0 0 50 50 re f EMC')
    expect(pieces.flatMap((piece) => (piece.kind === 'paint' ? [piece.box?.[2]] : []))).toEqual([10, 50])
  })

  test('a rectangle drawn corner by corner is written as one', () => {
    for (const last of ['h', '1.001 2 l\nh']) {
      expect(codeOf(read(`1.001 2 m 4 2 l 4 6 l 1.001 6 l ${last} f`))).toEqual(['1 2 3 4 re\nf\n'])
    }
    expect(codeOf(read('1 2 m 4 2 l 4 6 l 2 6 l h f'))[0]).toContain('4 2 l')
  })

  test('numbers keep visible precision: more digits where a unit is larger', () => {
    expect(codeOf(read('.123456 0 m 1 1 l S'))[0]).toContain('.12 0 m')
    expect(codeOf(read('100 0 0 100 0 0 cm .123456 0 m 1 1 l S'))[1]).toContain('.1235 0 m')
  })
})

describe('lines of text', () => {
  const line = (content: string) => readTextLine([...readOperations(content)], fonts)
  const sure = (content: string): TextLine => {
    const found = line(content)
    if (found === undefined) throw new Error('no line was read')
    return found
  }

  test('glyphs keep their positions, and are moved only where their widths would misplace them', () => {
    const read = sure('/F1 10 Tf 1 0 0 -1 7 8 Tm <0001> Tj 5 0 Td <0002> Tj 6 0 Td <0001> Tj')
    expect(textOf(read)).toBe('aba')
    expect(writeTextLine(read, 2)).toBe('BT\n/F1 10 Tf\n1 0 0 -1 7 8 Tm\n[<00010002>-100<0001>]TJ\nET\n')
  })

  test('a line that starts further right keeps its start', () => {
    const read = sure('/F1 10 Tf 1 0 0 -1 7 8 Tm 30 0 Td <0001> Tj')
    expect(writeTextLine(read, 2)).toContain('1 0 0 -1 37 8 Tm')
  })

  test('a space after a line is placed at its end', () => {
    const space = spaceAfter(sure('/F1 10 Tf 1 0 0 -1 7 8 Tm <0001> Tj 5 0 Td <0002> Tj'), [])
    expect(space.matrix[4]).toBe(17)
    expect(textOf(space)).toBe(' ')
  })

  test('text in another form is left unchanged', () => {
    expect(line('/F1 10 Tf 1 0 0 -1 7 8 Tm 0 -5 Td <0001> Tj')).toBeUndefined()
    expect(codeOf(read('BT /F1 10 Tf 3 Tr (a) Tj ET'))).toEqual(['BT\n/F1 10 Tf\n3 Tr\n(a) Tj\nET\n'])
  })
})
