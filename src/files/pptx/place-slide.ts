import type {
  MeasuredBox,
  MeasuredItem,
  MeasuredParagraph,
  MeasuredSlide,
  Rectangle,
} from '../../measured/measured-slide.ts'
import { SLIDE } from '../../measured/rectangle.ts'
import { isCircle } from './geometry.ts'
import { groupText, inkOf, type TextGroup } from './group-text.ts'
import { naturalLeading, sizeOf } from './metrics.ts'
import type { Item, TextItem } from './model.ts'
import { frameOf, insetFrame, placeBox, placeDrawing, placeImage, stripsOf } from './place-shapes.ts'
import { placeTable } from './place-table.ts'
import { anchorOf, areaOf, insetOf, toParagraphs } from './place-text.ts'

/** A slide as native objects. */
export interface PlacedSlide {
  readonly title: TextItem
  readonly items: readonly Item[]
  /** Items that all slides with this layout share. */
  readonly master: readonly Item[]
  readonly number: TextItem | undefined
}

interface Placed {
  /** Items are ordered by layer, then by their order on the page. */
  readonly layer: number
  readonly order: number
  readonly part: 'title' | 'number' | 'master' | 'slide'
  readonly item: Item
}

/** Groups the measured items and places each group. Throws when the slide has no title. */
export function placeSlide({ id, items }: MeasuredSlide): PlacedSlide {
  const paragraphs = items.filter((item) => item.kind === 'paragraph')
  const heading = paragraphs.find(({ isTitle }) => isTitle)?.runs[0]?.family ?? ''
  const groups = groupText(paragraphs)
  const cards = new Map(groups.map((group) => [group, findCard(group, groups, items)]))
  const carded = new Set(cards.values())
  const shapes = placeShapes(
    items.filter((item) => item.kind !== 'box' || !carded.has(item)),
    { items, heading },
  )
  const margin = Math.min(...paragraphs.map(({ flow }) => flow.left))
  const ends = groups.map((group) => inkOf(group).bottom)
  const lowest = Math.max(SLIDE.bottom - margin, ...ends.filter((end) => end < SLIDE.bottom))
  const things = [...groups.map(inkOf), ...shapes.map(({ item }) => item.area)]
  const texts = groups.flatMap((group): Placed[] => {
    const [first] = group
    if (first === undefined) return []
    const base = { layer: first.layer, order: items.indexOf(first), part: partOf(first) }
    // PptxGenJS has no line spacing for a slide's number, so its box is as high as the font's own line.
    if (first.isNumber) return [{ ...base, item: placeNumber(first, heading) }]
    const shrinks = !first.master && !isShort(group)
    const text = {
      kind: 'text',
      name: first.name,
      shrinks,
      paragraphs: toParagraphs(group, heading),
    } as const
    const card = cards.get(group)
    if (card !== undefined) {
      return [placeCard(text, group, card), ...stripsOf(card)].map((item) => ({ ...base, item }))
    }
    const floor = first.master ? 0 : findFloor(group, things, lowest)
    const area = areaOf(group, floor, findWall(group, things, SLIDE.right - margin))
    return [{ ...base, item: { ...text, area, anchor: 'top' } }]
  })
  const all = [...shapes, ...texts].sort((a, b) => a.layer - b.layer || a.order - b.order)
  const pick = (part: Placed['part']) => all.filter((one) => one.part === part).map(({ item }) => item)
  const [title] = pick('title').filter((item) => item.kind === 'text')
  if (title !== undefined) checkTitle(id, title)
  if (title === undefined)
    throw new Error(`slide ${id} has no title that PowerPoint could take; give it a heading`)
  const [number] = pick('number').filter((item) => item.kind === 'text')
  return { title, items: pick('slide'), master: pick('master'), number }
}

/** A title inherits its style from its layout, so it can have only one. */
function checkTitle(id: string, { paragraphs }: TextItem): void {
  const styles = paragraphs.flatMap(({ runs }) =>
    runs.map(({ size, font, color, bold, italic, tracking }) =>
      JSON.stringify([size, font, color, bold, italic, tracking]),
    ),
  )
  if (new Set(styles).size > 1)
    throw new Error(
      `slide ${id}: its title is set in more than one style, which a title in PowerPoint has not; set all of it alike`,
    )
}

/** Places everything but text. Parts of one picture stay together, at the position of the first. */
function placeShapes(
  wanted: readonly MeasuredItem[],
  { items, heading }: { readonly items: readonly MeasuredItem[]; readonly heading: string },
): Placed[] {
  const pictures = new Set<number>()
  return wanted.flatMap((item): Placed[] => {
    const place = (placed: readonly Item[]) =>
      placed.map(
        (one): Placed => ({ layer: item.layer, order: items.indexOf(item), part: partOf(item), item: one }),
      )
    switch (item.kind) {
      case 'paragraph':
        return []
      case 'box':
        return place(placeBox(item))
      case 'image':
        return place([placeImage(item)])
      case 'table':
        return place([placeTable(item, heading)])
      default: {
        if (pictures.has(item.picture)) return []
        pictures.add(item.picture)
        const parts = wanted.filter((one) => one.kind === 'path' || one.kind === 'dots')
        return place(placeDrawing(parts.filter(({ picture }) => picture === item.picture)))
      }
    }
  })
}

function partOf(item: MeasuredItem): Placed['part'] {
  if (item.kind === 'paragraph' && item.isTitle) return 'title'
  if (item.kind === 'paragraph' && item.isNumber) return 'number'
  return item.master ? 'master' : 'slide'
}

/** The card that contains only this group. */
function findCard(
  group: TextGroup,
  groups: readonly TextGroup[],
  items: readonly MeasuredItem[],
): MeasuredBox | undefined {
  const id = group[0]?.card ?? null
  const isShared = groups.some((other) => other !== group && other.some(({ card }) => card === id))
  if (id === null || isShared || group[0]?.isTitle) return undefined
  return items.filter((item) => item.kind === 'box').find((box) => box.id === id && box.fill !== null)
}

/**
 * Whether the text is one line with room for twice as much, so that it need not shrink. Some text must keep
 * its size: LibreOffice 7.4 sets all lines too close until it has drawn a text that does.
 */
function isShort(group: TextGroup): boolean {
  const { left, right } = inkOf(group)
  const [first] = group
  const isLine = group.length === 1 && first?.lines.length === 1 && !first.isTitle
  return isLine && 2 * (right - left) < first.flow.right - first.flow.left
}

/** The slide's number in a box that is wide enough for any number, on its side of the slide. */
function placeNumber(number: MeasuredParagraph, heading: string): TextItem {
  const size = Math.max(...number.runs.map(sizeOf))
  const group = [{ ...number, leading: naturalLeading(size) }]
  const { left, top, right, bottom } = areaOf(group, 0)
  const isLeft = left + right < SLIDE.right
  const area = isLeft
    ? { left, top, right: left + 4 * size, bottom }
    : { left: right - 4 * size, top, right, bottom }
  const [paragraph] = toParagraphs(group, heading)
  const align = isLeft ? 'left' : 'right'
  const paragraphs = paragraph === undefined ? [] : [{ ...paragraph, align } as const]
  return { kind: 'text', name: number.name, area, anchor: 'top', shrinks: false, paragraphs }
}

function placeCard(
  text: Omit<TextItem, 'area' | 'anchor' | 'card'>,
  group: TextGroup,
  card: MeasuredBox,
): TextItem {
  const frame = frameOf(card)
  const area = insetFrame(card.area, frame)
  const { fill, radius } = card
  if (fill === null) throw new Error(`${card.name} has no ground to be a card`)
  return {
    ...text,
    area,
    anchor: anchorOf(group, card.area),
    card: { fill, radius, inset: insetIn(card, group, area), ...(frame !== undefined && { frame }) },
  }
}

/** Office programs keep a circle's text in the square within it, so centred text there needs no insets. */
function insetIn({ radius }: MeasuredBox, group: TextGroup, area: Rectangle): Rectangle {
  const isCentred = isCircle(radius, area) && group.every(({ align }) => align === 'center')
  return isCentred ? { left: 0, top: 0, right: 0, bottom: 0 } : insetOf(group, area)
}

/**
 * The upper edge of the next thing below, or the end of the slide. Descenders do not count as part of the
 * group.
 */
function findFloor(group: TextGroup, things: readonly Rectangle[], lowest: number): number {
  const { left, right } = inkOf(group)
  const last = group.at(-1)?.lines.at(-1)?.baseline ?? 0
  const below = things.filter((thing) => thing.top >= last - 1 && thing.left < right && thing.right > left)
  return Math.min(lowest, ...below.map(({ top }) => top))
}

/** The left edge of the next thing on the right, or the slide's margin. */
function findWall(group: TextGroup, things: readonly Rectangle[], margin: number): number {
  const { top, right, bottom } = inkOf(group)
  const beside = things.filter((thing) => thing.left >= right && thing.top < bottom && thing.bottom > top)
  return Math.min(margin, ...beside.map(({ left }) => left))
}
