import type { Localized } from '../../deck/language.ts'
import { type Html, html } from '../../markup/html.ts'
import { say } from '../context.ts'
import { type Drawn, isTucked, writeNumber } from './drawn.ts'
import { countNameLines, NAME_LINE } from './fit-chart.ts'
import { spread } from './place-values.ts'
import { toneOf, toneOfSeries } from './tones.ts'

/**
 * The numbers as a table, which styles lay out as bars or around a drawing. `places` are where the labels of
 * a whole's parts stand.
 */
export function renderNumbers(drawn: Drawn, places: readonly number[]): Html {
  const { slide, context } = drawn
  const { title, unit, categories, series } = slide
  const ends = placeNames(drawn)
  return html`<table aria-label="${say(context, title)}">
      ${unit && !isSaid(unit, drawn) && html`<caption class="unit" data-apart>${say(context, unit)}</caption>`}
      <thead><tr><td>${BLANK}</td>${series.map((_, index) => renderName(drawn, index, ends[index]))}</tr></thead>
      <tbody>${categories.map((_, index) => renderRow(drawn, index, places[index] ?? 0))}</tbody>
    </table>`
}

/** Whether the names of all series say the unit already: „Bendri projektai“, „projektai“. */
function isSaid(unit: Localized, { slide: { series }, context: { language } }: Drawn): boolean {
  const names = series.map(({ name }) => listWords(name[language]))
  return listWords(unit[language]).every((word) => names.every((name) => name.includes(word)))
}

function listWords(text: string): string[] {
  return text.toLowerCase().split(/[\s,()]+/)
}

/** A series' name with a key, and at the end of a line its last number. */
function renderName(drawn: Drawn, index: number, at = 0): Html | undefined {
  const { slide, fit, context } = drawn
  const one = slide.series[index]
  if (one === undefined) return undefined
  const last = one.values.findLast((value) => value !== null)
  return html`<th scope="col"${slide.series.length > 1 ? html` data-name` : html` data-apart`}${fit.namesBeside && html` style="--at: ${at.toFixed(1)}"`}><span class="key" data-tone="${toneOfSeries(slide, index)}"></span>${say(context, one.name)}${fit.way === 'flow' && html` <b aria-hidden="true">${writeNumber(drawn, last)}</b>`}</th>`
}

/** Where names stand beside a plot: at the middle of what ends there, and apart from each other. */
function placeNames({ slide, fit, plot }: Drawn): number[] {
  const labels = slide.series.map(({ name, values }, index) => {
    const last = plot.spans[values.findLastIndex((value) => value !== null)]?.[index]
    const at = last === undefined ? plot.zero : (last.from + last.to) / 2
    return { at, height: NAME_LINE * countNameLines(name, fit) + 2 }
  })
  return spread(labels)
}

function renderRow(drawn: Drawn, row: number, place: number): Html {
  const { slide, fit, context } = drawn
  const { categories, series } = slide
  const label = categories[row]?.label
  const hidden = [row % fit.every.wide > 0 && 'wide', row % fit.every.compact > 0 && 'compact']
  return html`<tr${fit.way === 'parts' && html` style="--at: ${place.toFixed(1)}"`}><th scope="row"${fit.way === 'parts' && html` data-name`}${fit.way === 'flow' && html` class="small-print"`}>${hidden.some(Boolean) && BLANK}${tuck(hidden, label && say(context, label))}</th>${series.map((_, index) => renderCell(drawn, row, index))}</tr>`
}

/** A number with its bar. A line's or an area's numbers are for who does not see the drawing. */
function renderCell(drawn: Drawn, row: number, index: number): Html {
  const { slide, fit, plot } = drawn
  const value = slide.series[index]?.values[row] ?? null
  const { from, to } = plot.spans[row]?.[index] ?? { from: 0, to: 0 }
  const flows = fit.way === 'flow'
  const text = tuck([isTucked(drawn, row, index) && 'wide', flows && 'compact'], writeNumber(drawn, value))
  const bar =
    value !== null && value !== 0 && html`<span class="bar"${fit.way === 'parts' && html` data-plot`}></span>`
  return html`<td data-tone="${toneOf(slide, row, index)}" data-sign="${value !== null && value < 0 ? 'minus' : 'plus'}" style="--from: ${from}; --to: ${to}">${isTucked(drawn, row, index) && BLANK}${!flows && bar}${isMarked(drawn, row, index) && html`<span class="dot"></span>`}${
    value === null
      ? html`<span class="figure">${text}</span>`
      : html`<data class="figure" value="${value}">${text}</data>`
  }</td>`
}

/** A line of so few points has each of them marked; others only the last, and what would not be seen. */
const FEW = 12

function isMarked({ slide }: Drawn, row: number, index: number): boolean {
  const values = slide.series[index]?.values ?? []
  const isGap = (at: number) => values[at] == null
  if (slide.kind !== 'lines' || isGap(row)) return false
  return values.length <= FEW || row === values.length - 1 || (isGap(row - 1) && isGap(row + 1))
}

/** What keeps a cell in a printed table, where a browser leaves out those that show nothing. */
const BLANK = '\u00a0'

/** Hides a text from the eye, on a wide screen or on a phone. */
function tuck(where: readonly unknown[], text: string | undefined): Html {
  const screens = where.filter((one) => typeof one === 'string').join(' ')
  return screens === '' ? html`${text}` : html`<span class="tucked" data-on="${screens}">${text}</span>`
}
