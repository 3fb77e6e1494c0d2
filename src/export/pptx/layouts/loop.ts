import { type SlideContext, say } from '../../../render/context.ts'
import { arrangeLoop, arrangeNetwork } from '../../../render/network.ts'
import type { LoopSlide } from '../../../slide.ts'
import { COMPANY, HUB, place } from '../drawings.ts'
import type { DrawingItem, Item } from '../model.ts'
import { paragraphOf, plain } from '../text.ts'
import { colorOf } from '../theme.ts'

const SIZE = 76.9
const MIDDLE = { x: 50, y: 29.4 }
/** How far the eyes' middles are from the loop's. */
const EYE = 20.4

/** The clusters strung on an endless loop, a label in each of its eyes. */
export function drawLoop(slide: LoopSlide, context: SlideContext): Item[] {
  const [left, right] = slide.halves
  return [
    ...drawHalf(left.role, undefined),
    ...drawHalf(right.role, say(context, slide.alternative)),
    ...slide.halves.map(({ label, role }, index): Item => {
      const x = MIDDLE.x + (index === 0 ? -EYE : EYE)
      return {
        kind: 'text',
        name: `Half ${index + 1}`,
        ...{ x: x - 11, y: MIDDLE.y - 5, w: 22, h: 10, size: 3.1, color: colorOf(role, 'ink') },
        ...{ font: 'display', bold: true, leading: 1.08, tracking: -0.02, align: 'center', anchor: 'middle' },
        paragraphs: [plain(say(context, label))],
      }
    }),
    {
      kind: 'text',
      name: 'Whole',
      ...{ x: 25, y: 46, w: 50, h: 3.4, size: 2.1, color: 'white', align: 'center', anchor: 'middle' },
      paragraphs: [paragraphOf(context, slide.whole)],
    },
  ]
}

function drawHalf(role: 'climate' | 'digital', alternative: string | undefined): DrawingItem[] {
  const { places, halfWidth } = arrangeLoop()
  const at = { ...MIDDLE, scale: SIZE / (2 * (halfWidth + 13)) }
  const clusters = arrangeNetwork().flatMap(({ companies }, index) => {
    const hub = places[index]
    const isHere = hub !== undefined && hub.x < 0 === (role === 'climate')
    return isHere ? [{ hub, companies: companies.map(({ x, y }) => ({ x: hub.x + x, y: hub.y + y })) }] : []
  })
  const color = colorOf(role, 'ink')
  return [
    {
      kind: 'drawing',
      name: `Companies, ${role}`,
      shape: {
        circles: clusters.flatMap(({ companies }) => companies.map((company) => place(company, at))),
        radius: COMPANY * at.scale,
      },
      fill: color,
    },
    {
      kind: 'drawing',
      name: `Clusters, ${role}`,
      shape: { circles: clusters.map(({ hub }) => place(hub, at)), radius: HUB * at.scale },
      fill: color,
      ...(alternative !== undefined && { alternative }),
    },
  ]
}
