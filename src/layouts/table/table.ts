import { type Html, html } from '../../markup/html.ts'
import { renderSources, renderTitle, type SlideContext, say } from '../context.ts'
import type { Layout } from '../layout.ts'
import { formatCell, readCell } from './cell.ts'
import { checkTable, LARGE } from './check-table.ts'
import type { Column, Row, TableSlide } from './table-slide.ts'

/** So few columns beside the first have room side by side on a phone that lies on its side. */
const FEW = 4

export const table: Layout<TableSlide> = { ground: 'paper', render: renderTable, check: checkTable }

function renderTable(slide: TableSlide, context: SlideContext): Html {
  const { title, heading, columns, rows, sources = [] } = slide
  const isLarge = rows.length <= LARGE
  const kinds = columns.map((_, index) => {
    const hasNumber = rows.some(({ cells }) => typeof readCell(cells[index]).value === 'number')
    return hasNumber ? 'number' : 'words'
  })
  const headings = columns.map(
    (column, index) => html`<th scope="col" class="${kinds[index]}">${renderHeading(column, context)}</th>`,
  )
  return html`${renderTitle(context, title)}
    <table class="table${!isLarge && ' small-print'}" data-size="${isLarge ? 'large' : 'small'}" data-columns="${columns.length <= FEW ? 'few' : 'many'}" style="--rows: ${rows.length}; --room: ${sources.length > 0 ? 25 : 30}" aria-label="${say(context, title)}">
      <thead><tr><th scope="col">${say(context, heading)}</th>${headings}</tr></thead>
      <tbody>${rows.map((row) => renderRow(row, { columns, kinds, context }))}</tbody>
    </table>
    ${renderSources(context, sources)}`
}

function renderHeading({ heading, unit }: Column, context: SlideContext): Html {
  return html`${say(context, heading)}${unit && html` <span class="unit">${say(context, unit)}</span>`}`
}

interface RowOptions {
  readonly columns: readonly Column[]
  readonly kinds: readonly string[]
  readonly context: SlideContext
}

/** Each cell carries its column's words, which stand before it on a phone. */
function renderRow({ heading, cells, marked }: Row, { columns, kinds, context }: RowOptions): Html {
  const { language } = context
  return html`<tr${marked && html` class="marked"`}><th scope="row">${say(context, heading)}</th>${columns.map(
    (column, index) => {
      const label = [column.heading, column.unit].flatMap((text) => text?.[language] ?? []).join(', ')
      const { isMarked } = readCell(cells[index])
      return html`<td class="${kinds[index]}${isMarked && ' marked'}" data-label="${label}">${formatCell(cells[index], column.decimals ?? 0, language)}</td>`
    },
  )}</tr>`
}
