import { describe, px, quote } from './describe.ts'
import { isCompact, measureUnit, SMALL_PRINT } from './measure.ts'
import { checkTexts, isVisible } from './words.ts'

/** Smallest sizes of text: in slide units on a slide that fills a screen, in pixels on a phone. */
const WIDE = { running: 1.9, small: 1.3 }
const COMPACT = { running: 17, small: 13 }
/** The smallest size in the page's own controls and dialogs, in pixels. */
const CONTROLS = 13
/** The smallest target for a finger, in pixels. */
const TARGET = 44

/** Finds text on a slide that is too small; one fault for each element. */
export function checkSizes(slide: Element): string[] {
  const unit = measureUnit(slide)
  return findSmall(slide, (element) => {
    const kind = element.closest(SMALL_PRINT) === null ? 'running' : 'small'
    if (isCompact()) return { least: COMPACT[kind], name: `${COMPACT[kind]} px` }
    return { least: WIDE[kind] * unit, name: `${WIDE[kind]}u (${px(WIDE[kind] * unit)})` }
  })
}

export function checkControlSizes(root: Element): string[] {
  return findSmall(root, () => ({ least: CONTROLS, name: `${CONTROLS} px` }))
}

/** `least` in pixels, and its name. */
type Limit = (element: Element) => { readonly least: number; readonly name: string }

function findSmall(root: Element, limitOf: Limit): string[] {
  return checkTexts(root, (text, element) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const { least, name } = limitOf(element)
    return size > least - 0.05 ? undefined : `${text} is ${px(size)}, under ${name} (${describe(element)})`
  })
}

/** Finds links and controls that are too low for a finger; only on compact screens, which may be touched. */
export function checkTargets(root: Element): string[] {
  if (!isCompact()) return []
  return [...root.querySelectorAll('a[href], button, input, [role="button"]')]
    .filter(isVisible)
    .flatMap((target) => {
      const { height } = target.getBoundingClientRect()
      if (height >= TARGET - 0.5) return []
      const name = quote(target.textContent ?? '')
      return [`${name} is ${px(height)} high to touch, under ${TARGET} px (${describe(target)})`]
    })
}
