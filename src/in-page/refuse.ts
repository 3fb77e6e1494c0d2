import { describe } from './describe.ts'

/**
 * Styles that office programs lack or that the export does not translate: what it is, and what to do instead.
 */
type Refused = readonly [what: string, has: (style: CSSStyleDeclaration) => boolean, remedy: string]

/** Styles of boxes and of shapes in drawings. */
const EFFECTS: readonly Refused[] = [
  ['a filter', (style) => style.filter !== 'none' || style.backdropFilter !== 'none', 'take plain colours'],
  ['a clip path', ({ clipPath }) => clipPath !== 'none', 'draw the shape as an SVG path'],
  ['a mask', (style) => style.maskImage !== 'none', 'draw the shape as an SVG path'],
  ['a blend mode', ({ mixBlendMode }) => mixBlendMode !== 'normal', 'take plain colours'],
]

/** Styles of boxes and of text. */
const REFUSED: readonly Refused[] = [
  ...EFFECTS,
  ['a shadow', ({ boxShadow }) => boxShadow !== 'none', 'take a border'],
  ['a shadow of its text', ({ textShadow }) => textShadow !== 'none', 'take another colour'],
  [
    'a background picture or gradient',
    ({ backgroundImage }) => backgroundImage !== 'none',
    'take a plain colour or an <img>',
  ],
  ['a rotation', ({ rotate }) => rotate !== 'none', 'draw it as an SVG path'],
  [
    'a scale or rotation',
    ({ transform, scale }) => !isTranslation(transform) || scale !== 'none',
    'give it the size it should have',
  ],
  ['vertical text', ({ writingMode }) => writingMode !== 'horizontal-tb', 'set it in lines'],
  ['columns', ({ columnCount }) => columnCount !== 'auto', 'take a grid'],
  [
    'raised or lowered text',
    ({ verticalAlign }) => ['sub', 'super'].includes(verticalAlign),
    'set it in the line',
  ],
  [
    'struck text',
    ({ textDecorationLine }) => textDecorationLine.includes('line-through'),
    'take the words out',
  ],
  [
    'letters that styles turn into capitals',
    ({ textTransform }) => !['none', 'uppercase', 'lowercase'].includes(textTransform),
    'write them so in the text',
  ],
  ['small capitals', ({ fontVariantCaps }) => fontVariantCaps !== 'normal', 'write plain letters'],
  ['a dashed or dotted border', hasPatternedBorder, 'take a plain one'],
  ['corners that differ', hasUnevenCorners, 'give all four the same radius'],
]
const PSEUDO = ['::before', '::after'] as const
const REPLACED =
  'canvas, video, audio, iframe, object, embed, input, select, textarea, button, math, meter, progress'

/** Throws for an element whose styles a file of native objects cannot have. */
export function checkElement(element: Element, style: CSSStyleDeclaration): void {
  checkStyle(element, style, REFUSED)
  for (const pseudo of PSEUDO) {
    const { content, display } = getComputedStyle(element, pseudo)
    if (!['none', 'normal'].includes(content) && display !== 'none') {
      refuse(element, `content of its own in ${pseudo}`, 'put an element into the HTML')
    }
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
  for (const [what, has, remedy] of refused) {
    if (has(style)) refuse(element, what, remedy)
  }
}

/** Throws an error that names the element and its slide; `remedy` is what an author can do instead. */
export function refuse(element: Element, what: string, remedy: string): never {
  const slide = element.closest('section')?.id ?? ''
  throw new Error(
    `slide ${slide}: ${describe(element)} has ${what}, which PowerPoint and text files cannot take over; ${remedy}`,
  )
}

function isTranslation(transform: string): boolean {
  if (transform === 'none') return true
  const { is2D, a, b, c, d } = new DOMMatrix(transform)
  return is2D && a === 1 && b === 0 && c === 0 && d === 1
}

function hasUnevenCorners(style: CSSStyleDeclaration): boolean {
  const { borderTopLeftRadius, borderTopRightRadius, borderBottomLeftRadius, borderBottomRightRadius } = style
  return (
    new Set([borderTopLeftRadius, borderTopRightRadius, borderBottomLeftRadius, borderBottomRightRadius])
      .size > 1
  )
}

function hasPatternedBorder({
  borderTopStyle,
  borderRightStyle,
  borderBottomStyle,
  borderLeftStyle,
}: CSSStyleDeclaration): boolean {
  return [borderTopStyle, borderRightStyle, borderBottomStyle, borderLeftStyle].some(
    (style) => !['none', 'hidden', 'solid'].includes(style),
  )
}
