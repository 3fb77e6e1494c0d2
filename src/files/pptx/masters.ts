import type { MeasuredSlide } from '../../measured/measured-slide.ts'
import type { Master, TextItem } from './model.ts'
import type { PlacedSlide } from './place-slide.ts'

/**
 * Finds the file's layouts: slides that have the same layout in the deck and the same title style and
 * position share one. Returns the layouts of the slides in their order.
 */
export function findMasters(
  slides: readonly { readonly measured: MeasuredSlide; readonly placed: PlacedSlide }[],
): Master[] {
  const known = new Map<string, Master>()
  const names = new Map<string, number>()
  return slides.map(({ measured, placed }) => {
    const key = keyOf(measured, placed)
    const before = known.get(key)
    if (before !== undefined) return before
    const count = (names.get(measured.layout) ?? 0) + 1
    names.set(measured.layout, count)
    const master = {
      name: nameLayout(measured.layout, count),
      ground: measured.ground,
      title: placed.title,
      items: placed.master,
      number: placed.number,
    }
    known.set(key, master)
    return master
  })
}

function keyOf({ layout, ground }: MeasuredSlide, { title, master, number }: PlacedSlide): string {
  const { left, top, right } = title.area
  const [paragraph] = title.paragraphs
  const [run] = paragraph?.runs ?? []
  const place = [left, top, right].map(Math.round)
  return JSON.stringify([layout, ground, place, styleOf(title), run?.color, master, number !== undefined])
}

function styleOf({ paragraphs }: TextItem): unknown {
  const [paragraph] = paragraphs
  const [run] = paragraph?.runs ?? []
  return [paragraph?.align, paragraph?.spacing, run?.size, run?.bold, run?.tracking]
}

function nameLayout(layout: string, count: number): string {
  const name = `${layout.slice(0, 1).toUpperCase()}${layout.slice(1).replaceAll('-', ' ')}`
  return count === 1 ? name : `${name} ${count}`
}
