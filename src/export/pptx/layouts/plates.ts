import type { SlideContext } from '../../../render/context.ts'
import { typeset } from '../../../render/typeset.ts'
import type { Member, PlatesSlide } from '../../../slide.ts'
import { rectangle } from '../drawings.ts'
import type { Item } from '../model.ts'
import { toRuns } from '../text.ts'

const COLUMNS = 4
const PLATE = { w: 20.3, h: 16.6 }
const GAP = 1.6
const TOP = 14.4

/** Equal plates on the common grid, in the order of the source; a name that is set in type can be edited. */
export function drawPlates({ members }: PlatesSlide, context: SlideContext): Item[] {
  return members.flatMap((member, index) => {
    const x = 7 + (index % COLUMNS) * (PLATE.w + GAP)
    const y = TOP + Math.floor(index / COLUMNS) * (PLATE.h + GAP)
    return drawPlate(member, context, { x, y })
  })
}

function drawPlate(member: Member, context: SlideContext, at: { x: number; y: number }): Item[] {
  const translation = member.lang === 'lt' && context.language !== 'lt' ? member.translation : undefined
  const lang = member.lang === context.language ? undefined : member.lang
  const name = { runs: toRuns(member.name, 'paper', lang), after: 0.5 }
  return [
    {
      kind: 'text',
      name: `Member ${member.id}`,
      ...{
        ...at,
        ...PLATE,
        size: sizeName(member, translation),
        color: 'ink',
        leading: 1.16,
        anchor: 'bottom',
      },
      card: { fill: 'white', frame: 'line', inset: 1.7 },
      paragraphs:
        translation === undefined
          ? [name]
          : [
              name,
              { runs: [{ text: typeset(translation) }], style: { size: 1.3, color: 'slate', leading: 1.2 } },
            ],
    },
    {
      kind: 'drawing',
      name: `Edge ${member.id}`,
      shape: { path: rectangle({ ...at, w: PLATE.w, h: 0.35 }) },
      fill: 'green',
    },
  ]
}

/** As large as the longest word of such a name allows. */
function sizeName({ name }: Member, translation: string | undefined): number {
  if (translation !== undefined) return 1.45
  const { length } = name.markdown
  return length <= 12 ? 3.8 : length <= 48 ? 2.3 : 1.65
}
