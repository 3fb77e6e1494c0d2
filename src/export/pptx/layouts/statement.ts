import { type SlideContext, say } from '../../../render/context.ts'
import { drawRing } from '../../../render/ring.ts'
import type { Figure, StatementSlide } from '../../../slide.ts'
import { drawNetwork, place, placeNetwork, placePath, rectangle } from '../drawings.ts'
import type { Item } from '../model.ts'
import { displayOf, keepEnd, paragraphOf, plain, toRuns } from '../text.ts'
import { colorOf } from '../theme.ts'

const COLUMN = { x: 7, w: 43 }
const PICTURE = { x: 52.3, y: 6.8, size: 40.7 }
/** Where the two figures stand, and how large their dots are in the legend. */
const FIGURES = [7, 31] as const
const DOT = { clusters: 0.9, companies: 0.45 } as const

/** Words on the left, one picture on the right. */
export function drawStatement(slide: StatementSlide, context: SlideContext): Item[] {
  const { subtitle, figures = [], statement, wordmark } = slide
  const display = { size: 4.1, color: 'ink', font: 'display', bold: true, tracking: -0.03 } as const
  const items: Item[] = []
  if (subtitle !== undefined) {
    const box = { ...COLUMN, y: 10.9, h: 10, leading: 1.04 }
    items.push({
      kind: 'text',
      name: 'Subtitle',
      ...box,
      ...display,
      paragraphs: [plain(keepEnd(say(context, subtitle)))],
    })
  }
  items.push(...figures.flatMap((figure, index) => drawFigure(figure, index, context)))
  const text =
    figures.length > 0
      ? ({ y: 38.4, h: 11, size: 1.95, color: 'ink', leading: 1.42 } as const)
      : ({ y: 11.6, h: 29, w: 38, leading: 1.08, ...display } as const)
  items.push({
    kind: 'text',
    name: 'Statement',
    ...COLUMN,
    ...text,
    paragraphs: [figures.length > 0 ? paragraphOf(context, statement) : displayOf(context, statement)],
  })
  if (wordmark !== undefined) {
    items.push(
      {
        kind: 'drawing',
        name: 'Rule',
        shape: { path: rectangle({ x: 7, y: 42.4, w: 0.35, h: 6 }) },
        fill: 'green',
      },
      {
        kind: 'text',
        name: 'Wordmark',
        ...{
          x: 9,
          y: 42.4,
          w: 30,
          h: 6,
          size: 2.2,
          color: 'ink',
          leading: 1.25,
          tracking: 0.04,
          anchor: 'middle',
        },
        paragraphs: [{ runs: toRuns(wordmark.text, 'paper', wordmark.lang) }],
      },
    )
  }
  return [...items, ...drawPicture(slide, context)]
}

function drawFigure({ value, label, role }: Figure, index: number, context: SlideContext): Item[] {
  const x = FIGURES[index] ?? FIGURES[0]
  const color = colorOf(role, 'paper')
  return [
    {
      kind: 'text',
      name: `Figure ${index + 1}`,
      ...{
        x,
        y: 21.8,
        w: 22,
        h: 10.4,
        size: 10.4,
        color,
        font: 'display',
        bold: true,
        leading: 0.9,
        tracking: -0.05,
      },
      anchor: 'bottom',
      paragraphs: [plain(String(value))],
    },
    {
      kind: 'drawing',
      name: `Dot ${index + 1}`,
      shape: { circles: [{ x: x + DOT[role], y: 34.9 }], radius: DOT[role] },
      fill: color,
    },
    {
      kind: 'text',
      name: `Label ${index + 1}`,
      ...{
        x: x + 2 * DOT[role] + 1.1,
        y: 33.4,
        w: 20,
        h: 3,
        size: 1.95,
        color: 'ink',
        bold: true,
        anchor: 'middle',
      },
      paragraphs: [plain(say(context, label))],
    },
  ]
}

function drawPicture({ picture }: StatementSlide, context: SlideContext): Item[] {
  const alternative = say(context, picture.alternative)
  switch (picture.kind) {
    case 'network':
      return drawNetwork(placeNetwork(PICTURE), 'paper', alternative)
    case 'ring': {
      const ring = drawRing()
      const scale = PICTURE.size / ring.size
      const at = { x: PICTURE.x - ring.left * scale, y: PICTURE.y - ring.top * scale, scale }
      const circles = (points: readonly { x: number; y: number }[], radius: number) => ({
        circles: points.map((point) => place(point, at)),
        radius: radius * scale,
      })
      const stroke = (color: 'green' | 'mist' | 'ink', width: number) => ({ color, width: width * scale })
      return [
        {
          kind: 'drawing',
          name: 'Web',
          shape: { path: placePath(ring.web, at) },
          stroke: stroke('mist', 0.4),
        },
        {
          kind: 'drawing',
          name: 'Ties',
          shape: { path: placePath(ring.ties, at) },
          stroke: stroke('green', 0.8),
        },
        {
          kind: 'drawing',
          name: 'Hubs',
          shape: circles(ring.others, 5),
          fill: 'paper',
          stroke: stroke('ink', 1.8),
        },
        { kind: 'drawing', name: 'Halo', shape: circles([ring.ours], 26), fill: 'paper' },
        { kind: 'drawing', name: 'Our clusters', shape: circles(ring.clusters, 1.35), fill: 'green' },
        { kind: 'drawing', name: 'Us', shape: circles([ring.ours], 8), fill: 'green', alternative },
      ]
    }
  }
}
