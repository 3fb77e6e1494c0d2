import { describe } from './describe.ts'

const SIDES = ['top', 'right', 'bottom', 'left']
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left']
const NONE = /^none$/

/**
 * Styles that office programs lack or that the export does not translate: what it is, the properties, the
 * values that are fine, and what to do instead.
 */
type Refused = readonly [what: string, properties: readonly string[], fine: RegExp, remedy: string]

/** Styles of boxes and of shapes in drawings. */
const EFFECTS: readonly Refused[] = [
  ['a filter', ['filter', 'backdrop-filter'], NONE, 'take plain colours'],
  ['a clip path', ['clip-path'], NONE, 'draw the shape as an SVG path'],
  ['a mask', ['mask-image'], NONE, 'draw the shape as an SVG path'],
  ['a blend mode', ['mix-blend-mode'], /^normal$/, 'take plain colours'],
]

/** Styles of boxes and of text. */
const REFUSED: readonly Refused[] = [
  ...EFFECTS,
  ['a shadow', ['box-shadow'], NONE, 'take a border'],
  ['a shadow of its text', ['text-shadow'], NONE, 'take another colour'],
  ['a background picture or gradient', ['background-image'], NONE, 'take a plain colour or an <img>'],
  ['a rotation', ['rotate'], NONE, 'draw it as an SVG path'],
  ['a scale or rotation', ['transform'], /^none$|^matrix\(1, 0, 0, 1,/, 'give it the size it should have'],
  ['a scale or rotation', ['scale'], NONE, 'give it the size it should have'],
  ['vertical text', ['writing-mode'], /^horizontal-tb$/, 'set it in lines'],
  ['columns', ['column-count'], /^auto$/, 'take a grid'],
  ['raised or lowered text', ['vertical-align'], /^(?!sub$|super$)/, 'set it in the line'],
  ['struck text', ['text-decoration-line'], /^(?!.*line-through)/, 'take the words out'],
  [
    'letters that styles turn into capitals',
    ['text-transform'],
    /^(none|uppercase|lowercase)$/,
    'write them so in the text',
  ],
  ['small capitals', ['font-variant-caps'], /^normal$/, 'write plain letters'],
  [
    'a dashed or dotted border',
    SIDES.map((side) => `border-${side}-style`),
    /^(none|hidden|solid)$/,
    'take a plain one',
  ],
]
const PSEUDO = ['::before', '::after'] as const
const REPLACED =
  'canvas, video, audio, iframe, object, embed, input, select, textarea, button, math, meter, progress'

/** Throws for an element whose styles a file of native objects cannot have. */
export function checkElement(element: Element, style: CSSStyleDeclaration): void {
  checkStyle(element, style, REFUSED)
  const corners = CORNERS.map((corner) => style.getPropertyValue(`border-${corner}-radius`))
  if (new Set(corners).size > 1) refuse(element, 'corners that differ', 'give all four the same radius')
  for (const pseudo of PSEUDO) {
    const { content, display } = getComputedStyle(element, pseudo)
    if (!['none', 'normal'].includes(content) && display !== 'none')
      refuse(element, `content of its own in ${pseudo}`, 'put an element into the HTML')
  }
  if (element.matches(REPLACED))
    refuse(element, 'no native counterpart', 'take text, an SVG, an <img> or a <table>')
}

/**
 * The same for a drawing's shapes and groups; their position and rotation are measured, so they are allowed.
 */
export function checkShape(shape: Element): void {
  checkStyle(shape, getComputedStyle(shape), EFFECTS)
}

/** Throws for a transparent element that the file can only show opaque. */
export function checkOpaque(element: Element, opacity: number): void {
  if (opacity !== 1) refuse(element, 'opacity of its own', 'take a colour that looks so')
}

function checkStyle(element: Element, style: CSSStyleDeclaration, refused: readonly Refused[]): void {
  for (const [what, properties, fine, remedy] of refused) {
    if (!properties.every((property) => fine.test(style.getPropertyValue(property))))
      refuse(element, what, remedy)
  }
}

/** Throws an error that names the element and its slide; `remedy` is what an author can do instead. */
export function refuse(element: Element, what: string, remedy: string): never {
  const slide = element.closest('section')?.id ?? ''
  throw new Error(
    `slide ${slide}: ${describe(element)} has ${what}, which PowerPoint and text files cannot take over; ${remedy}`,
  )
}
