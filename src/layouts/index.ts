import type { SlideBase } from '../deck/deck.ts'
import { acts } from './acts/acts.ts'
import { agenda } from './agenda/agenda.ts'
import { argument } from './argument/argument.ts'
import { chart } from './chart/chart.ts'
import { columns } from './columns/columns.ts'
import { cover } from './cover/cover.ts'
import type { Layout } from './layout.ts'
import { list } from './list/list.ts'
import { loop } from './loop/loop.ts'
import { people } from './people/people.ts'
import { picture } from './picture/picture.ts'
import { plates } from './plates/plates.ts'
import { quote } from './quote/quote.ts'
import { section } from './section/section.ts'
import { statement } from './statement/statement.ts'
import { table } from './table/table.ts'
import { timeline } from './timeline/timeline.ts'

/** The only list of layouts. A layout's name is its folder, which holds `<name>.ts` and `style.css`. */
export const LAYOUTS = {
  cover,
  section,
  agenda,
  statement,
  list,
  columns,
  argument,
  picture,
  quote,
  table,
  chart,
  timeline,
  people,
  plates,
  loop,
  acts,
}

type SlideOf<L> = L extends Layout<infer Slide> ? Slide : never
type Layouts = typeof LAYOUTS

/** A slide of any layout. */
export type Slide = {
  [Name in keyof Layouts]: SlideOf<Layouts[Name]> & { readonly layout: Name }
}[keyof Layouts]

/** The layout of a slide; undefined when no layout has that name, which is a fault of the deck. */
export function findLayout(slide: SlideBase): Layout<SlideBase> | undefined {
  return Object.entries<Layout<SlideBase>>(LAYOUTS).find(([name]) => name === slide.layout)?.[1]
}
