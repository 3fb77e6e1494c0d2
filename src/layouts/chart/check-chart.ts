import { LANGUAGES } from '../../deck/language.ts'
import { countLines, roomBelow } from '../check-height.ts'
import type { ChartSlide } from './chart-slide.ts'
import { countNameLines, fitChart, hasRoomAbove, LEAST, longestWord, SIZES } from './fit-chart.ts'

const MOST = { categories: 24, series: 4, parts: 6, lines: 10 } as const
/** What stands around the plot: a gap, names, sources with a gap. */
const AROUND = { gap: 2.4, names: 3, sources: 4.3 } as const
const LEADING = 1.2

/** Finds numbers that do not match, what the kind of chart can't show, and what has no room. */
export function checkChart(slide: ChartSlide): string[] {
  const { categories, series } = slide
  if (categories.length === 0 || series.length === 0)
    return ['the chart is empty; give it categories and series.']
  const faults = [...checkNumbers(slide), ...checkKind(slide)]
  return faults.length > 0 ? faults : checkRoom(slide)
}

function checkNumbers({ categories, series, decimals = 0 }: ChartSlide): string[] {
  const faults: string[] = []
  for (const [index, { values }] of series.entries()) {
    if (values.length !== categories.length) {
      const counts = `${values.length} values for ${categories.length} categories`
      const remedy =
        values.length < categories.length ? 'write null where there is none' : 'a decimal takes a point: 1.5'
      faults.push(`series.${index} has ${counts}; ${remedy}.`)
    }
    for (const [place, value] of values.entries()) {
      const where = `series.${index}.values.${place} is ${value}`
      if (value === null) continue
      if (!Number.isFinite(value)) faults.push(`${where}; write a number or null.`)
      else if (Number(value.toFixed(decimals)) !== value)
        faults.push(`${where}, and the chart shows ${decimals} digits after the sign; say \`decimals\`.`)
    }
  }
  if (series.filter(({ marked }) => marked).length > 1)
    faults.push('more than one series is marked; mark one.')
  if (series.length > 1 && categories.some(({ marked }) => marked))
    faults.push('a category is marked, and of several series one can be; mark a series.')
  return faults
}

function checkKind({ kind, lying, categories, series }: ChartSlide): string[] {
  const faults: string[] = []
  const values = series.flatMap((one) => one.values)
  const isNegative = values.some((value) => value !== null && value < 0)
  const most = kind === 'parts' ? MOST.parts : MOST.categories
  if (categories.length > most) {
    const counts = `the chart has ${categories.length} ${kind === 'parts' ? 'parts' : 'categories'}`
    faults.push(`${counts}, and ${most} have room; sum some up or make it two slides.`)
  }
  if (series.length > MOST.series)
    faults.push(
      `the chart has ${series.length} series, and ${MOST.series} can be told apart; leave some out.`,
    )
  if (lying && kind !== 'bars' && kind !== 'stacked')
    faults.push(`only bars lie, and the chart shows ${kind}; leave \`lying\` out.`)
  if (kind === 'parts' && series.length > 1)
    faults.push(`parts are of one whole, and series has ${series.length}; keep one, or take \`stacked\`.`)
  if (kind === 'parts' && (isNegative || values.includes(null) || !values.some(Boolean)))
    faults.push('parts of a whole are numbers from 0 on, one above 0 at least; take `bars` for others.')
  if (kind === 'areas' && series.length > 1 && (isNegative || values.includes(null)))
    faults.push('areas on top of each other have neither gaps nor numbers below 0; take `lines`.')
  return faults
}

/** Checks that labels, names and bars have room. */
function checkRoom(slide: ChartSlide): string[] {
  const { kind, categories, series, title, sources = [] } = slide
  const fit = fitChart(slide)
  const longest = longestWord(slide)
  if (fit.way === 'upright' && longest > fit.letters) {
    const room = `a label's longest word has ${longest} letters, and ${fit.letters} have room below its bar`
    return [`${room}; lay the bars (\`lying: true\`) or shorten it.`]
  }
  const faults: string[] = []
  const lines = fit.namesBeside ? series.reduce((sum, { name }) => sum + countNameLines(name, fit), 0) : 0
  if (lines > MOST.lines)
    faults.push(`the names of the series take ${lines} lines, and ${MOST.lines} have room; shorten them.`)
  if (!fit.namesBeside && !hasRoomAbove(slide, fit))
    faults.push('the names of the series have no room in one line; shorten them.')
  const line = SIZES[fit.size] * LEADING
  const bars = kind === 'bars' ? series.length : 1
  const rows = categories.map(({ label }) => {
    const lines = LANGUAGES.map((one) => countLines(label[one], fit.letters))
    return Math.max(bars, ...lines) * line + 0.5
  })
  const stands = fit.way === 'upright' || fit.way === 'flow'
  const needed = stands ? LEAST + fit.lines * line : rows.reduce((sum, row) => sum + row)
  const around = AROUND.gap + AROUND.names + (sources.length > 0 ? AROUND.sources : 0)
  const room = Math.min(...LANGUAGES.map((one) => roomBelow(title[one]))) - around
  if (needed > room) {
    const share = `the chart needs ${Math.ceil((100 * needed) / room)} % of the slide's height`
    faults.push(`${share}; shorten its labels, sum some categories up, or make it two slides.`)
  }
  return faults
}
