import type { SlideContext } from '../../../render/context.ts'
import { drawScene } from '../../../render/scenes.ts'
import type { Act, ActsSlide } from '../../../slide.ts'
import { dotPath, placePath, rectangle } from '../drawings.ts'
import type { Item } from '../model.ts'
import { paragraphOf } from '../text.ts'

const ACT = { w: 26, step: 30 }
const GROUND = 24.6
const LINE = 0.36

/** Acts side by side along one ground line, each with its scene above its text. */
export function drawActs({ acts }: ActsSlide, context: SlideContext): Item[] {
  const ways = acts.findIndex(({ scene }) => scene === 'two-ways')
  const end = ways === -1 ? 100 : 7 + ways * ACT.step
  return [
    {
      kind: 'drawing',
      name: 'Ground',
      shape: { path: rectangle({ x: 0, y: GROUND - LINE / 2, w: end, h: LINE }) },
      fill: 'ink',
    },
    ...acts.flatMap((act, index): Item[] => {
      const x = 7 + index * ACT.step
      return [
        ...drawScenery(act.scene, { x, number: index + 1 }),
        {
          kind: 'text',
          name: `Act ${index + 1}`,
          ...{ x, y: 28, w: ACT.w, h: 22.4, size: 1.8, color: 'ink', leading: 1.4 },
          paragraphs: [paragraphOf(context, act.text)],
        },
      ]
    }),
  ]
}

function drawScenery(scene: Act['scene'], { x, number }: { x: number; number: number }): Item[] {
  const { rider, fence, up, down } = drawScene(scene)
  const items: Item[] = []
  if (fence !== undefined) {
    const scale = 9 / 12
    const at = { x: x + 4, y: GROUND - 9, scale }
    items.push({
      kind: 'drawing',
      name: `Fence ${number}`,
      shape: { path: placePath(fence, at) },
      stroke: { color: 'blue', width: scale },
    })
  }
  const ways = { x, y: GROUND - 5.82, scale: 1 }
  // The way up leads off the slide.
  const onSlide = (path: string) => path.replace(/H200$/, `H${100 - x}`)
  if (up !== undefined) {
    const shape = { path: placePath(onSlide(up), ways) }
    items.push({ kind: 'drawing', name: `Way up ${number}`, shape, stroke: { color: 'green', width: LINE } })
  }
  if (down !== undefined) {
    const circles = dotPath(placePath(down, ways), 4)
    items.push({ kind: 'drawing', name: `Way down ${number}`, shape: { circles, radius: 0.36 }, fill: 'red' })
  }
  if (rider !== undefined) {
    const scale = 11.6 / 15
    const at = up === undefined ? { x, y: GROUND - 11.6 } : { x: x + 9, y: GROUND - 14.2 }
    items.push({
      kind: 'drawing',
      name: `Rider ${number}`,
      shape: { path: placePath(rider, { ...at, scale }) },
      fill: 'ink',
    })
  }
  return items
}
