import type { Rectangle } from '../measured/measured-slide.ts'
import { grow } from '../measured/rectangle.ts'
import { parseColour } from './colour.ts'
import { describe } from './describe.ts'
import { BEHIND } from './measure.ts'
import { overlap } from './rectangle.ts'
import { isVisible } from './words.ts'

/** A painted thing that text must not cover, except text inside it. */
export interface Obstacle {
  readonly name: string
  readonly element: Element
  readonly kind: 'drawing' | 'box' | 'rule'
  readonly hits: (box: Rectangle) => boolean
}

/**
 * Everything on a slide that has a shape and is not text: pictures, their parts, plates and rules. Not what
 * is meant to be behind the words: `checkContrast` judges those.
 */
export function collectObstacles(root: Element): Obstacle[] {
  return [...root.querySelectorAll('*')]
    .filter((element) => isVisible(element) && !element.matches(BEHIND))
    .flatMap((element) => [
      ...(element instanceof SVGGraphicsElement ? drawingOf(element) : bordersOf(element)),
      ...(element instanceof HTMLImageElement || hasGround(element) ? [boxObstacle(element)] : []),
    ])
}

/** The drawings that are seen, each part of them, and the pictures. */
export function listDrawings(slide: Element): Element[] {
  return [...slide.querySelectorAll('path, circle, use, img')].filter(isVisible)
}

/** An element that covers its whole box, such as a control above the slide. */
export function boxObstacle(element: Element): Obstacle {
  const box = element.getBoundingClientRect()
  const name = `${element instanceof HTMLImageElement ? 'a picture' : 'another box'} (${describe(element)})`
  return { name, element, kind: 'box', hits: (word) => overlap(word, box) }
}

function hasGround(element: Element): boolean {
  return parseColour(getComputedStyle(element).backgroundColor).alpha > 0
}

/** Rules are the borders that a box draws. Text may be inside the box, but not on its borders. */
function bordersOf(element: Element): Obstacle[] {
  const style = getComputedStyle(element)
  const box = grow(element.getBoundingClientRect(), 0)
  const width = (side: string) => {
    const painted = style.getPropertyValue(`border-${side}-style`) !== 'none'
    const clear = style.getPropertyValue(`border-${side}-color`) === 'rgba(0, 0, 0, 0)'
    return painted && !clear ? Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) : 0
  }
  const strips = [
    { ...box, right: box.left + width('left') },
    { ...box, bottom: box.top + width('top') },
    { ...box, left: box.right - width('right') },
    { ...box, top: box.bottom - width('bottom') },
  ].filter((strip) => strip.right > strip.left && strip.bottom > strip.top)
  if (strips.length === 0) return []
  const hits = (word: Rectangle) => strips.some((strip) => overlap(word, strip, 0.4))
  return [{ name: `a line (of ${describe(element)})`, element, kind: 'rule', hits }]
}

/** Zero-length strokes with round caps: the network's dots. */
const DOTS = /^(?:M-?[\d.]+ -?[\d.]+h0)+$/
/** The distance between two samples, in pixels: less than the width of any line drawn. */
const STEP = 1

function drawingOf(element: SVGGraphicsElement): Obstacle[] {
  const isUse = element instanceof SVGUseElement
  const shape = isUse ? document.getElementById(element.href.baseVal.slice(1)) : element
  if (!(shape instanceof SVGGeometryElement)) return []
  const matrix = element.getScreenCTM()
  if (matrix === null) return []
  const { stroke, strokeWidth, fill, vectorEffect } = getComputedStyle(element)
  const isScaled = vectorEffect !== 'non-scaling-stroke'
  const scale = !isScaled ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
  const reach = stroke === 'none' ? 0 : (Number.parseFloat(strokeWidth) / 2) * scale
  const inWindow = windowOf(element)
  const path = shape.getAttribute('d') ?? ''
  const name = `a drawing (${describe(element.closest('svg') ?? element)})`
  const inverse = matrix.inverse()
  const paints = (x: number, y: number) => {
    const point = new DOMPoint(x, y).matrixTransform(inverse)
    return (fill !== 'none' && shape.isPointInFill(point)) || (reach > 0 && shape.isPointInStroke(point))
  }
  const box = grow(element.getBoundingClientRect(), reach)
  const dots = DOTS.test(path) ? readDots(path).map((point) => point.matrixTransform(matrix)) : undefined
  const hits = (word: Rectangle) =>
    dots?.some((point) => distance(point, word) < reach - 0.5) ??
    (overlap(word, box, 0) && sample(word, box).some(([x, y]) => paints(x, y)))
  return [{ name, element, kind: 'drawing', hits: (word) => inWindow(word) && hits(word) }]
}

/** A drawing is visible only inside its svg, unless the svg lets it overflow. */
function windowOf(element: SVGElement): (box: Rectangle) => boolean {
  const svg = element.ownerSVGElement
  if (svg === null || getComputedStyle(svg).overflow === 'visible') return () => true
  const box = svg.getBoundingClientRect()
  return (word) => overlap(word, box, 0)
}

function readDots(path: string): DOMPoint[] {
  return [...path.matchAll(/M(\S+) (\S+?)h0/g)].map(([, x, y]) => new DOMPoint(Number(x), Number(y)))
}

function distance({ x, y }: DOMPoint, box: Rectangle): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
}

function sample(a: Rectangle, b: Rectangle): [number, number][] {
  const points: [number, number][] = []
  for (let x = Math.max(a.left, b.left); x <= Math.min(a.right, b.right); x += STEP) {
    for (let y = Math.max(a.top, b.top); y <= Math.min(a.bottom, b.bottom); y += STEP) points.push([x, y])
  }
  return points
}
