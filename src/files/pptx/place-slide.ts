import type {
  MeasuredBox,
  MeasuredItem,
  MeasuredParagraph,
  MeasuredSlide,
  Rectangle,
} from '../../measured/measured-slide.ts'
import { overlap, SLIDE } from '../../measured/rectangle.ts'
import { isCircle } from './geometry.ts'
import { groupText, inkOf, type TextGroup } from './group-text.ts'
import { largestOf, naturalLeading } from './metrics.ts'
import type { Item, TextItem } from './model.ts'
import { frameOf, insetFrame, placeBox, placeDrawing, stripsOf } from './place-shapes.ts'
import { anchorOf, areaOf, insetOf, toParagraphs } from './place-text.ts'

/** A slide as native objects. */
export interface PlacedSlide {
  readonly title: TextItem
  /** A picture that the title stands on, with what lies between. */
  readonly behind: readonly Item[]
  readonly items: readonly Item[]
  /** Items that all slides with this layout share. */
  readonly master: readonly Item[]
  readonly number: TextItem | undefined
}

/** Groups the measured items and places each group. Throws when the slide has no title. */
export function placeSlide({ id, items }: MeasuredSlide): PlacedSlide {
  const paragraphs = items.filter((item) => item.kind === 'paragraph')
  const groups = groupText(paragraphs)
  const cards = new Map(groups.map((group) => [group, findCard(group, groups, items)]))
  const carded = new Set<MeasuredItem | undefined>(cards.values())
  const place = (source: MeasuredItem, placed: readonly Item[]) => placed.map((item) => ({ source, item }))
  const shapes = items
    .filter((item) => !carded.has(item))
    .flatMap((item) => place(item, placeShape(item, items)))
  const margin = Math.min(...paragraphs.map(({ flow }) => flow.left))
  const ends = groups.map((group) => inkOf(group).bottom)
  const lowest = Math.max(SLIDE.bottom - margin, ...ends.filter((end) => end < SLIDE.bottom))
  const things = [...groups.map(inkOf), ...shapes.map(({ item }) => item.area)]
  const placeGroup = (group: TextGroup, first: MeasuredParagraph): Item[] => {
    if (first.isNumber) return [placeNumber(first)]
    const shrinks = !first.master && !isShort(group)
    const text = { kind: 'text', name: first.name, shrinks, paragraphs: toParagraphs(group) } as const
    const card = cards.get(group)
    if (card !== undefined) return [{ ...text, ...placeCard(group, card) }, ...stripsOf(card)]
    const floor = first.master ? 0 : findFloor(group, things, lowest)
    const area = areaOf(group, floor, findWall(group, things, SLIDE.right - margin))
    return [{ ...text, area, anchor: 'top' }]
  }
  const texts = groups.flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : place(first, placeGroup(group, first))
  })
  const all = [...shapes, ...texts].sort(
    (a, b) => a.source.layer - b.source.layer || items.indexOf(a.source) - items.indexOf(b.source),
  )
  const pick = (part: string) => all.filter(({ source }) => partOf(source) === part).map(({ item }) => item)
  const [title, number] = ['title', 'number'].map((part) => pick(part).find(({ kind }) => kind === 'text'))
  if (title?.kind !== 'text')
    throw new Error(`slide ${id} has no title that PowerPoint could take; give it a heading`)
  checkTitle(id, title)
  const inOrder = all.map(({ item }) => item)
  const behind = findBehind(title, inOrder.slice(0, inOrder.indexOf(title)))
  return {
    title,
    behind,
    items: pick('slide').filter((item) => !behind.includes(item)),
    master: pick('master'),
    number: number?.kind === 'text' ? number : undefined,
  }
}

function findBehind({ area }: TextItem, before: readonly Item[]): Item[] {
  const under = before.filter((item) => overlap(item.area, area))
  const picture = under.findIndex(({ kind }) => kind === 'image')
  return picture === -1 ? [] : under.slice(picture)
}

/** A title inherits its style from its layout, so it can have only one. */
function checkTitle(id: string, { paragraphs }: TextItem): void {
  const runs = paragraphs.flatMap(({ runs }) => runs)
  const styles = runs.map((run) =>
    JSON.stringify({ ...run, text: '', lang: '', href: null, isNewLine: false }),
  )
  if (new Set(styles).size > 1)
    throw new Error(
      `slide ${id}: its title is set in more than one style, which a title in PowerPoint has not; set all of it alike`,
    )
}

/** Everything but text. Parts of one picture stay together, at the position of the first. */
function placeShape(item: MeasuredItem, items: readonly MeasuredItem[]): readonly Item[] {
  if (item.kind === 'paragraph') return []
  if (item.kind === 'box') return placeBox(item)
  if (item.kind === 'image' || item.kind === 'table' || item.kind === 'chart') return [item]
  const drawn = items.filter((one) => one.kind === 'path' || one.kind === 'dots')
  const parts = drawn.filter(({ picture }) => picture === item.picture)
  return parts[0] === item ? placeDrawing(parts) : []
}

function partOf(item: MeasuredItem): 'title' | 'number' | 'master' | 'slide' {
  if (item.kind === 'paragraph' && item.isTitle) return 'title'
  if (item.kind === 'paragraph' && item.isNumber) return 'number'
  return item.master ? 'master' : 'slide'
}

/** A box with a ground that contains only this group. */
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

/**
 * The slide's number in a box that is wide enough for any number, on its side of the slide. PptxGenJS has no
 * line spacing for it, so the box is as high as the font's own line.
 */
function placeNumber(number: MeasuredParagraph): TextItem {
  const size = largestOf(number)
  const group = [{ ...number, leading: naturalLeading(size) }]
  const { left, top, right, bottom } = areaOf(group, 0)
  const isLeft = left + right < SLIDE.right
  const sides = isLeft ? { left, right: left + 4 * size } : { left: right - 4 * size, right }
  const paragraphs = toParagraphs(group).map((one) => ({ ...one, align: isLeft ? 'left' : 'right' }) as const)
  const area = { ...sides, top, bottom }
  return { kind: 'text', name: number.name, area, anchor: 'top', shrinks: false, paragraphs }
}

function placeCard(group: TextGroup, card: MeasuredBox): Pick<TextItem, 'area' | 'anchor' | 'card'> {
  const frame = frameOf(card)
  const area = insetFrame(card.area, frame)
  const { fill, radius } = card
  if (fill === null) throw new Error(`${card.name} has no ground to be a card`)
  return {
    area,
    anchor: anchorOf(group, card.area),
    card: { fill, radius, frame, inset: insetIn(card, group, area) },
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
