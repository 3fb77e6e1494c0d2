import type { Rectangle } from '../measured/measured-slide.ts'
import { grow, overlap } from '../measured/rectangle.ts'
import { describe } from './describe.ts'
import { readDots } from './dots.ts'
import { BEHIND } from './measure.ts'
import { readPaint } from './measure-paint.ts'
import { TOLERANCE } from './rectangle.ts'
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
    .flatMap((element) => {
      const isPart = element instanceof SVGGraphicsElement && !(element instanceof SVGSVGElement)
      return isPart ? drawingOf(element) : boxesOf(element)
    })
}

/** The drawings that are seen, each part of them, and the pictures. */
export function listDrawings(slide: Element): Element[] {
  return [...slide.querySelectorAll('path, circle, use, img')].filter(isVisible)
}

/** An element that covers its whole box, such as a control above the slide. */
export function boxObstacle(element: Element): Obstacle {
  const box = element.getBoundingClientRect()
  const name = `${element instanceof HTMLImageElement ? 'a picture' : 'another box'} (${describe(element)})`
  return { name, element, kind: 'box', hits: (word) => overlap(word, box, TOLERANCE) }
}

/** An element that covers what is behind it, and its borders: text may be inside the box, but not on them. */
function boxesOf(element: Element): Obstacle[] {
  const box = grow(element.getBoundingClientRect(), 0)
  const paint = readPaint(getComputedStyle(element), box, 1)
  const isPicture = element instanceof HTMLImageElement
  const boxes = isPicture || (paint !== undefined && paint.fill !== null) ? [boxObstacle(element)] : []
  const strips = [
    paint?.left && { ...box, right: box.left + paint.left.width },
    paint?.top && { ...box, bottom: box.top + paint.top.width },
    paint?.right && { ...box, left: box.right - paint.right.width },
    paint?.bottom && { ...box, top: box.bottom - paint.bottom.width },
  ].filter((strip) => strip != null)
  if (strips.length === 0) return boxes
  const hits = (word: Rectangle) => strips.some((strip) => overlap(word, strip, 0.4))
  return [{ name: `a line (of ${describe(element)})`, element, kind: 'rule', hits }, ...boxes]
}

/** The distance between two samples, in pixels: less than the width of any line drawn. */
const STEP = 1

function drawingOf(element: SVGGraphicsElement): Obstacle[] {
  const isUse = element instanceof SVGUseElement
  const shape = isUse ? document.getElementById(element.href.baseVal.slice(1)) : element
  if (!(shape instanceof SVGGeometryElement)) return []
  const matrix = element.getScreenCTM()
  if (matrix === null) return []
  const { stroke, strokeWidth, fill, vectorEffect } = getComputedStyle(element)
  const area = Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)
  const scale = vectorEffect === 'non-scaling-stroke' ? 1 : Math.sqrt(area)
  const reach = stroke === 'none' ? 0 : (Number.parseFloat(strokeWidth) / 2) * scale
  const inWindow = windowOf(element)
  const name = `a drawing (${describe(element.closest('svg') ?? element)})`
  const inverse = matrix.inverse()
  const paints = (x: number, y: number) => {
    const point = new DOMPoint(x, y).matrixTransform(inverse)
    return (fill !== 'none' && shape.isPointInFill(point)) || (reach > 0 && shape.isPointInStroke(point))
  }
  const box = grow(element.getBoundingClientRect(), reach)
  const dots = readDots(shape.getAttribute('d') ?? '')?.map((point) => point.matrixTransform(matrix))
  const hits = (word: Rectangle) =>
    dots?.some((point) => distance(point, word) < reach - 0.5) ??
    (overlap(word, box) && sample(word, box).some(([x, y]) => paints(x, y)))
  return [{ name, element, kind: 'drawing', hits: (word) => inWindow(word) && hits(word) }]
}

/** A drawing is visible only inside its svg, unless the svg lets it overflow. */
function windowOf(element: SVGElement): (box: Rectangle) => boolean {
  const svg = element.ownerSVGElement
  if (svg === null || getComputedStyle(svg).overflow === 'visible') return () => true
  const box = svg.getBoundingClientRect()
  return (word) => overlap(word, box)
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
