import type { SlideBase } from '../../deck/deck.ts'
import type { Language, Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { type Html, html } from '../../markup/html.ts'
import { bindNumbers } from '../../markup/typeset.ts'
import { checkHeight, heightOf } from '../check-height.ts'
import { renderTitle, type SlideContext, say, stepIf, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** Two or three columns under headings: before and after, for and against, what you give and what you get. */
export interface ColumnsSlide extends SlideBase {
  readonly layout: 'columns'
  /** Two or three, in order. */
  readonly columns: readonly [Column, Column] | readonly [Column, Column, Column]
  /** Each column is a step. Otherwise all are there at once. */
  readonly stepwise?: true
}

export interface Column {
  /** Above the column, in a few words. */
  readonly heading: Localized
  /** Paragraphs. */
  readonly text?: readonly Localized<Markdown>[]
  /** Points, below the paragraphs if there are any. */
  readonly points?: readonly Localized<Markdown>[]
  /** Wider than the others, because it matters more. */
  readonly wide?: true
}

export const columns: Layout<ColumnsSlide> = { ground: 'paper', render: renderColumns, check: checkColumns }

function checkColumns(slide: ColumnsSlide): string[] {
  const empty = slide.columns.flatMap(({ text = [], points = [] }, index) =>
    text.length + points.length > 0 ? [] : [`columns.${index} has a heading alone; give it text or points.`],
  )
  return [...empty, ...checkHeight('the columns', slide.title, (language) => estimateHeight(slide, language))]
}

function estimateHeight(slide: ColumnsSlide, language: Language): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
  const shares = slide.columns.map(({ wide }) => (wide ? WIDE : 1))
  const [size, gap] = isLarge(slide) ? [2.4, 2.2] : [2.1, 1.2]
  const heights = slide.columns.map(({ heading, text = [], points = [] }, index) => {
    const width = ((86 - 6 * (shares.length - 1)) * (shares[index] ?? 1)) / sum(shares)
    const texts = [...text, ...points].map(
      (one) => gap + heightOf(one[language].markdown, { size, width, leading: 1.36 }),
    )
    return { head: heightOf(heading[language], { size: 3.2, width, leading: 1.1 }), rest: sum(texts) }
  })
  return Math.max(...heights.map(({ head }) => head)) + 5 + Math.max(...heights.map(({ rest }) => rest))
}

/** So few points leave room for larger text. A paragraph takes as much room as two. */
const FEW = 4
/** How much wider a column is that matters more. */
const WIDE = 1.6

function isLarge({ columns }: ColumnsSlide): boolean {
  return columns.every(({ text = [], points = [] }) => 2 * text.length + points.length <= FEW)
}

/** Columns side by side, their headings on one line. */
function renderColumns(slide: ColumnsSlide, context: SlideContext): Html {
  const { title, columns, stepwise } = slide
  const widths = columns.map(({ wide }) => `${wide ? WIDE : 1}fr`).join(' ')
  return html`${renderTitle(context, title)}
    <div class="columns" data-size="${isLarge(slide) ? 'large' : 'small'}" style="--widths: ${widths}">${columns.map(
      (column, index) =>
        html`<div ${stepIf(stepwise, index, 'column')}>${renderColumn(column, context)}</div>`,
    )}</div>`
}

function renderColumn({ heading, text = [], points = [] }: Column, context: SlideContext): Html {
  return html`<h3 class="heading">${bindNumbers(say(context, heading))}</h3>
    <div class="content">
      ${text.map((paragraph) => html`<p class="text">${write(context, paragraph)}</p>`)}
      ${points.length > 0 && html`<ul class="points">${points.map((point) => html`<li>${write(context, point)}</li>`)}</ul>`}
    </div>`
}
