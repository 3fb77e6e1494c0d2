import { blend, CLEAR, type Colour, contrast, parseColour, WHITE } from './colour.ts'
import { describe } from './describe.ts'
import { RUNNING_TEXT } from './measure.ts'
import { checkTexts } from './words.ts'

const LEAST = 4.5
const LEAST_RUNNING = 7

/** Finds text with too little contrast to its background; one fault for each element. */
export function checkContrast(root: Element): string[] {
  return checkTexts(root, (text, element) => {
    const picture = findPicture(element)
    if (picture !== undefined)
      return `${text} stands on the picture of ${describe(picture)}: its contrast cannot be told`
    const ratio = contrast(seen(element, parseColour(getComputedStyle(element).color)), seen(element, CLEAR))
    // The colour of a word with a role is a highlight, which needs less contrast than running text.
    const running = element.closest(RUNNING_TEXT) !== null && element.closest('[class*="role-"]') === null
    const least = running ? LEAST_RUNNING : LEAST
    if (ratio >= least) return undefined
    return `${text} has a contrast of ${ratio.toFixed(2)}:1, under ${least}:1 (${describe(element)})`
  })
}

/** The colour that `paint` has on the screen, after the element's backgrounds and all opacity around it. */
function seen(element: Element, paint: Colour): Colour {
  let colour = paint
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor, opacity } = getComputedStyle(at)
    colour = blend(colour, parseColour(backgroundColor))
    colour = { ...colour, alpha: colour.alpha * Number(opacity) }
  }
  return blend(colour, WHITE)
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
