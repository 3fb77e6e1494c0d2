import { overlap } from '../measured/rectangle.ts'
import { BLACK, blend, CLEAR, type Colour, contrast, luminance, parseColour, WHITE } from './colour.ts'
import { describe } from './describe.ts'
import { BEHIND, RUNNING_TEXT } from './measure.ts'
import { excess, TOLERANCE } from './rectangle.ts'
import { checkTexts } from './words.ts'

const LEAST = 4.5
const LEAST_RUNNING = 7

/** Finds text with too little contrast to its background; one fault for each element. */
export function checkContrast(root: Element): string[] {
  return checkTexts(root, (text, element) => {
    const picture = findPicture(element)
    if (picture !== undefined)
      return `${text} stands on a picture: its contrast cannot be told (${describe(picture)})`
    const ratio = leastContrast(element)
    // The colour of a word with a role is a highlight, which needs less contrast than running text.
    const running = element.closest(RUNNING_TEXT) !== null && element.closest('[class*="role-"]') === null
    const least = running ? LEAST_RUNNING : LEAST
    if (ratio >= least) return undefined
    return `${text} has a contrast of ${ratio.toFixed(2)}:1, under ${least}:1 (${describe(element)})`
  })
}

/** The contrast of a text; on a picture the least that it can have, whatever the picture shows. */
function leastContrast(element: Element): number {
  const ink = parseColour(getComputedStyle(element).color)
  const behind = listBehind(element)
  const picture = behind.find((layer) => layer instanceof HTMLImageElement)
  if (picture === undefined) return contrast(seen(element, ink), seen(element, CLEAR))
  const scrims = behind.filter((layer) => !(layer instanceof HTMLImageElement))
  const grounds = [WHITE, BLACK].map((under) => scrims.reduce(addScrim, under))
  const pairs = grounds.map((ground) => {
    return [seen(element, ink, ground, picture), seen(element, CLEAR, ground, picture)] as const
  })
  const isLighter = pairs.map(([text, ground]) => luminance(text) > luminance(ground))
  // Lighter than a dark picture and darker than a light one: some picture is just as light.
  if (new Set(isLighter).size > 1) return 1
  return Math.min(...pairs.map(([text, ground]) => contrast(text, ground)))
}

/** The picture that an element stands on, if only in part, and the scrims that are under all of it. */
function listBehind(element: Element): Element[] {
  const box = element.getBoundingClientRect()
  const layers = element.closest('.slide')?.querySelectorAll(BEHIND) ?? []
  return [...layers].filter((layer) => {
    const area = layer.getBoundingClientRect()
    if (layer instanceof HTMLImageElement) return overlap(box, area, TOLERANCE)
    return Object.values(excess(box, area)).every((by) => by <= TOLERANCE)
  })
}

function addScrim(under: Colour, scrim: Element): Colour {
  const { backgroundColor, opacity } = getComputedStyle(scrim)
  const colour = parseColour(backgroundColor)
  return blend({ ...colour, alpha: colour.alpha * Number(opacity) }, under)
}

/**
 * The colour that `paint` has on the screen, after the element's backgrounds and all opacity around it; with an
 * `end` only up to what contains that. Behind all of it is the `ground`.
 */
function seen(element: Element, paint: Colour, ground = WHITE, end?: Element): Colour {
  let colour = paint
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (end !== undefined && at.contains(end)) break
    const { backgroundColor, opacity } = getComputedStyle(at)
    colour = blend(colour, parseColour(backgroundColor))
    colour = { ...colour, alpha: colour.alpha * Number(opacity) }
  }
  return blend(colour, ground)
}

/** The nearest picture behind an element, unless an opaque colour lies between them. */
function findPicture(element: Element): Element | undefined {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at)
    if (backgroundImage !== 'none') return at
    if (parseColour(backgroundColor).alpha === 1) return undefined
  }
  return undefined
}
