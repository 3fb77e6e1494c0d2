import type { MeasuredItem, MeasuredPath } from '../measured/measured-slide.ts'
import { readDots } from './dots.ts'
import { readColor } from './measure-paint.ts'
import { checkShape, refuse } from './refuse.ts'
import { isVisible } from './words.ts'

const createGroup = () => document.createElementNS('http://www.w3.org/2000/svg', 'g')

type SharedFields = Pick<MeasuredPath, 'name' | 'layer' | 'master' | 'picture' | 'alternative' | 'clip'>

const SHAPES = 'path, circle, ellipse, rect, line, polyline, polygon'
const STRANGE =
  'text, textPath, image, foreignObject, svg, symbol, marker, mask, clipPath, pattern, filter, linearGradient, radialGradient, animate, animateMotion, animateTransform, set'

/** Replaces each `<use>` by a copy of its part, as a referenced part has no computed style of its own. */
export function inlineUses(root: Element): void {
  for (const use of root.querySelectorAll('use')) {
    const address = use.getAttribute('href') ?? ''
    const part = document.querySelector(`[id="${address.slice(1)}"]`)
    if (part === null) refuse(use, `the part "${address}", which the page lacks`, 'give the part an id')
    if (part.matches('use') || part.querySelector('use') !== null)
      refuse(use, 'a part that is made of other parts', 'draw it as a part of its own')
    const [group, moved] = [createGroup(), createGroup()]
    for (const { name, value } of use.attributes) if (name !== 'href') group.setAttribute(name, value)
    moved.setAttribute('transform', `translate(${use.x.baseVal.value} ${use.y.baseVal.value})`)
    moved.append(part.cloneNode(true))
    moved.firstElementChild?.removeAttribute('id')
    group.append(moved)
    use.replaceWith(group)
  }
}

/** An SVG's shapes and dots, from back to front. */
export function measureDrawing(
  svg: SVGSVGElement,
  shared: SharedFields,
  at: { origin: DOMPoint; opacity: number },
): MeasuredItem[] {
  const strange = svg.querySelector(STRANGE)
  if (strange !== null) refuse(svg, `<${strange.localName}>`, 'draw it with paths in plain colours')
  const parts = [...svg.querySelectorAll<SVGGraphicsElement>(`g, ${SHAPES}`)].filter(
    (part) => part.closest('defs') === null && isVisible(part),
  )
  for (const part of parts) checkShape(part)
  return parts
    .filter((part) => part instanceof SVGGeometryElement)
    .map((shape) => measureShape(shape, svg, { shared, ...at }))
}

function measureShape(
  shape: SVGGeometryElement,
  svg: SVGSVGElement,
  { shared, origin, opacity }: { shared: SharedFields; origin: DOMPoint; opacity: number },
): MeasuredItem {
  const style = getComputedStyle(shape)
  const onScreen = shape.getScreenCTM()
  if (onScreen === null) refuse(shape, 'no place on the slide', 'take it out')
  const { a, b, c, d, e, f } = onScreen
  const matrix = [a, b, c, d, e - origin.x, f - origin.y]
  const scale = Math.sqrt(Math.abs(a * d - b * c))
  const seen = opacity * readOpacity(shape, svg)
  const paint = (css: string, own: string) => {
    if (css.startsWith('url')) refuse(shape, 'a gradient or pattern', 'take a plain colour')
    return css === 'none' ? null : (readColor(css, seen * Number(own)) ?? null)
  }
  const fill = paint(style.fill, style.fillOpacity)
  const color = paint(style.stroke, style.strokeOpacity)
  const width = Number.parseFloat(style.strokeWidth) * scale
  const stroke = color === null || width === 0 ? null : { color, width }
  const dots = stroke === null ? undefined : listDots(shape, style)
  if (stroke === null || dots === undefined)
    return { kind: 'path', ...shared, data: readData(shape), matrix, fill, stroke }
  const placed = dots.map((point) => point.matrixTransform(new DOMMatrix(matrix)))
  const points = placed.map(({ x, y }) => ({ x, y }))
  return { kind: 'dots', ...shared, points, radius: width / 2, color: stroke.color }
}

/** The dots that a shape's line consists of, in its own units; undefined where it is a plain line. */
function listDots(
  shape: SVGGeometryElement,
  { strokeLinecap, strokeDasharray }: CSSStyleDeclaration,
): DOMPoint[] | undefined {
  const isRound = strokeLinecap === 'round'
  if (strokeDasharray === 'none') return isRound ? readDots(readData(shape)) : undefined
  const [dash = 0, gap = 0] = strokeDasharray.split(', ').map(Number.parseFloat)
  if (dash !== 0 || !isRound) refuse(shape, 'a dashed line', 'take round dots (a dash of 0) or a plain line')
  const count = Math.floor(shape.getTotalLength() / gap) + 1
  return Array.from({ length: count }, (_, index) => DOMPoint.fromPoint(shape.getPointAtLength(index * gap)))
}

/** The combined opacity of the shape and its groups, up to the drawing. */
function readOpacity(shape: Element, svg: Element): number {
  const own = Number(getComputedStyle(shape).opacity)
  return shape.parentElement === null || shape === svg || shape.parentElement === svg
    ? own
    : own * readOpacity(shape.parentElement, svg)
}

function readData(shape: SVGGeometryElement): string {
  const values = (...lengths: SVGAnimatedLength[]) => lengths.map(({ baseVal }) => baseVal.value)
  if (shape instanceof SVGPathElement) return shape.getAttribute('d') ?? ''
  if (shape instanceof SVGCircleElement || shape instanceof SVGEllipseElement) {
    const radii = shape instanceof SVGCircleElement ? [shape.r, shape.r] : [shape.rx, shape.ry]
    const [x = 0, y = 0, rx = 0, ry = 0] = values(shape.cx, shape.cy, ...radii)
    return `M${x - rx} ${y}a${rx} ${ry} 0 0 1 ${2 * rx} 0a${rx} ${ry} 0 0 1 ${-2 * rx} 0z`
  }
  if (shape instanceof SVGRectElement) {
    const [x, y, width, height, radius = 0] = values(shape.x, shape.y, shape.width, shape.height, shape.rx)
    if (radius > 0) refuse(shape, 'round corners', 'draw it as a path')
    return `M${x} ${y}h${width}v${height}h-${width}z`
  }
  if (shape instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = values(shape.x1, shape.y1, shape.x2, shape.y2)
    return `M${x1} ${y1}L${x2} ${y2}`
  }
  return `M${shape.getAttribute('points')}${shape.localName === 'polygon' ? 'z' : ''}`
}
