import { isDeepStrictEqual } from 'node:util'
import { escapeHtml } from '../../markup/html.ts'
import type {
  ChartPaint,
  MeasuredChart,
  MeasuredColor,
  MeasuredSeries,
  Rectangle,
} from '../../measured/measured-slide.ts'
import { EMU, writeFill, writeFont, writeLine, writeLook, writeMarker } from './chart-paint.ts'
import { nameColumn, SHEET } from './workbook.ts'

/** A line of so few points has room for its last number. */
const FEW = 12
const AXES = { category: 1, value: 2 } as const

/** Each kind's element, and how its series share the plot. */
const KINDS: Readonly<Record<string, { readonly element: string; readonly grouping: string }>> = {
  bars: { element: 'barChart', grouping: 'clustered' },
  stacked: { element: 'barChart', grouping: 'stacked' },
  lines: { element: 'lineChart', grouping: 'standard' },
  areas: { element: 'areaChart', grouping: 'stacked' },
  parts: { element: 'barChart', grouping: 'stacked' },
}

/** The chart's numbers as its workbook has them: a row a category, a column a series. */
export function toSheet(chart: MeasuredChart): (string | number | null)[][] {
  const { categories, series } = arrange(chart)
  return [
    ['', ...series.map(({ name }) => name)],
    ...categories.map((category, index) => [category, ...series.map(({ values }) => values[index] ?? null)]),
  ]
}

/** Parts are one bar: each of them is a series, the last one at the bottom. */
function arrange(chart: MeasuredChart): Pick<MeasuredChart, 'categories' | 'series'> {
  const [whole] = chart.series
  if (chart.chart !== 'parts' || whole === undefined) return chart
  const series = chart.categories.map((name, index) => {
    const paint = whole.paints[index] ?? whole.paint
    return { name, values: [whole.values[index] ?? null], paint, paints: [paint] }
  })
  return { categories: [whole.name], series: series.toReversed() }
}

/** A chart part (ECMA-376, 21.2), whose numbers are in the workbook that it names first. */
export function writeChart(chart: MeasuredChart, lang: string): string {
  const { element, grouping } = KINDS[chart.chart] ?? {}
  if (element === undefined)
    throw new Error(`"${chart.name}" is a chart of the kind "${chart.chart}", which PowerPoint lacks`)
  const { categories, series } = arrange(chart)
  const isBar = element === 'barChart'
  const gap = chart.chart === 'parts' ? 0 : 35
  const overlap = grouping === 'stacked' ? 100 : -8
  const plot = [
    isBar && `<c:barDir val="${chart.lies ? 'bar' : 'col'}"/>`,
    `<c:grouping val="${grouping}"/><c:varyColors val="0"/>`,
    ...series.map((one, index) => writeSeries(chart, { one, index, categories })),
    isBar && `<c:gapWidth val="${gap}"/><c:overlap val="${overlap}"/>`,
    element === 'lineChart' && '<c:marker val="1"/>',
    `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`,
  ]
  const legend =
    chart.names === null
      ? ''
      : `<c:legend><c:legendPos val="${chart.chart === 'bars' ? 't' : 'r'}"/>${writeLayout(chart, chart.names)}<c:overlay val="0"/></c:legend>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${lang}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${writeLayout(chart, chart.plot, 'inner')}<c:${element}>${join(plot)}</c:${element}>${writeAxes(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${writeFont(chart.size, chart.color)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

interface SeriesOptions {
  readonly one: MeasuredSeries
  readonly index: number
  readonly categories: readonly string[]
}

function writeSeries(chart: MeasuredChart, { one, index, categories }: SeriesOptions): string {
  const { name, values, paint, paints } = one
  const column = nameColumn(index + 1)
  const rows = (of: string) => `${SHEET}!$${of}$2:$${of}$${values.length + 1}`
  const isLine = chart.chart === 'lines'
  const isBar = !isLine && chart.chart !== 'areas'
  const shape = ({ fill, line }: ChartPaint) => [fill, line]
  const own = paints
    .map((look, at) => ({ look, at }))
    .filter(({ look }) => !isDeepStrictEqual(shape(look), shape(paint)))
  const labels = categories.map((text, at) => `<c:pt idx="${at}"><c:v>${escapeHtml(text)}</c:v></c:pt>`)
  const numbers = values.map((value, at) =>
    value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`,
  )
  return join([
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeHtml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    isLine ? `<c:spPr>${writeLine(paint)}</c:spPr>${writeMarker(paint)}` : writeLook(paint),
    isBar && '<c:invertIfNegative val="0"/>',
    ...(isBar ? own : []).map(
      ({ look, at }) =>
        `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${writeLook(look)}</c:dPt>`,
    ),
    writeLabels(chart, one),
    `<c:cat><c:strRef><c:f>${rows('A')}</c:f><c:strCache><c:ptCount val="${labels.length}"/>${join(labels)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${rows(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${join(numbers)}</c:numCache></c:numRef></c:val>`,
    isLine && '<c:smooth val="0"/>',
    '</c:ser>',
  ])
}

/** Numbers at bars and in stacked ones; a line has its last number at its end. */
function writeLabels(chart: MeasuredChart, { values, paint }: MeasuredSeries): string {
  const show = (value: boolean) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`
  const font = (color: MeasuredColor | null) =>
    `<c:numFmt formatCode="${formatOf(chart)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${writeFont(chart.size, color)}`
  if (chart.step !== null) {
    const last = values.findLastIndex((value) => value !== null)
    const hasEnds = chart.chart === 'lines' && chart.names !== null && values.length <= FEW
    const end = `<c:dLbl><c:idx val="${last}"/>${font(chart.color)}<c:dLblPos val="r"/>${show(true)}</c:dLbl>`
    return `<c:dLbls>${last < 0 || !hasEnds ? '' : end}${show(false)}</c:dLbls>`
  }
  const inside = chart.chart !== 'bars'
  const color = inside ? paint.text : chart.color
  return `<c:dLbls>${font(color)}<c:dLblPos val="${inside ? 'ctr' : 'outEnd'}"/>${show(true)}</c:dLbls>`
}

function writeAxes(chart: MeasuredChart): string {
  const { lies, every, step, baseline, grid, size, color } = chart
  const line = `<c:spPr><a:ln w="${2 * EMU}">${writeFill(baseline)}</a:ln></c:spPr>`
  const lines = `<c:majorGridlines><c:spPr><a:ln w="${EMU}">${writeFill(grid)}</a:ln></c:spPr></c:majorGridlines>`
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
  const format = `<c:numFmt formatCode="${formatOf(chart)}" sourceLinked="0"/>`
  const isHidden = chart.chart === 'parts' ? 1 : 0
  const [from, to] = lies ? ['l', 'b'] : ['b', 'l']
  return join([
    `<c:catAx><c:axId val="${AXES.category}"/><c:scaling><c:orientation val="${lies ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="${isHidden}"/><c:axPos val="${from}"/>${ticks}<c:tickLblPos val="low"/>${line}${writeFont(size, color, 0)}<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${every}"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${AXES.value}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${step === null ? 1 : 0}"/><c:axPos val="${to}"/>${step === null ? '' : lines}${format}${ticks}<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${writeFont(0.8 * size, color)}<c:crossAx val="${AXES.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${step === null ? '' : `<c:majorUnit val="${step}"/>`}</c:valAx>`,
  ])
}

/** Where a part of the chart is, in its area; `inner` is a plot without its labels. */
function writeLayout({ area }: MeasuredChart, part: Rectangle, target?: 'inner'): string {
  const [width, height] = [area.right - area.left, area.bottom - area.top]
  const lengths = {
    x: (part.left - area.left) / width,
    y: (part.top - area.top) / height,
    w: (part.right - part.left) / width,
    h: (part.bottom - part.top) / height,
  }
  const edges = Object.entries(lengths).map(([name, length]) => `<c:${name} val="${length.toFixed(4)}"/>`)
  return `<c:layout><c:manualLayout>${target === undefined ? '' : `<c:layoutTarget val="${target}"/>`}<c:xMode val="edge"/><c:yMode val="edge"/>${join(edges)}</c:manualLayout></c:layout>`
}

/** The number format of a workbook, whose signs follow the reader's own settings. */
function formatOf({ decimals }: MeasuredChart): string {
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
}

function join(written: readonly (string | false)[]): string {
  return written.filter((one) => one !== false).join('')
}
