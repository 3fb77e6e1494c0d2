import { type Html, html } from '../markup/html.ts'
import { dots, type Point, round } from './dots.ts'

/** Twelve is a nod to the flag and has no other meaning. */
const HUBS = 12
/** Which hub is ours, counted clockwise from the top. */
const OURS = 1
const RADIUS = 76
/** The circles of dots around our hub lie between these two. */
const CIRCLES = { inner: 12.5, outer: 22.5 } as const
/** A dot's largest width. */
const DOT = 2.7

function placeHub(index: number): Point {
  const angle = (index / HUBS) * 2 * Math.PI - Math.PI / 2
  return { x: RADIUS * Math.cos(angle), y: RADIUS * Math.sin(angle) }
}

/** Circles of dots, and how wide a dot may be. */
export interface Circles {
  readonly circles: readonly { readonly radius: number; readonly count: number }[]
  readonly dot: number
}

/**
 * Chooses the number of circles that leaves about the same gap between circles as between dots. Each circle
 * gets dots in proportion to its length.
 */
export function arrangeCircles(clusters: number): Circles {
  const tries = Array.from({ length: 9 }, (_, index) => {
    const gap = (CIRCLES.outer - CIRCLES.inner) / (index + 1)
    const radii = Array.from({ length: index + 2 }, (_, circle) => CIRCLES.inner + circle * gap)
    const room = (2 * Math.PI * sum(radii)) / clusters
    return { radii, gap, room, unlike: Math.abs(Math.log(gap / room)) }
  })
  const { radii, gap, room } = tries.reduce((best, other) => (other.unlike < best.unlike ? other : best))
  const total = sum(radii)
  const shares = radii.map((radius) => Math.floor((clusters * radius) / total))
  const rest = radii
    .map((radius, circle) => ({ circle, rest: ((clusters * radius) / total) % 1 }))
    .toSorted((a, b) => b.rest - a.rest)
    .slice(0, clusters - sum(shares))
    .map(({ circle }) => circle)
  const circles = radii.map((radius, circle) => ({
    radius,
    count: (shares[circle] ?? 0) + (rest.includes(circle) ? 1 : 0),
  }))
  return { circles, dot: Math.min(DOT, 0.54 * Math.min(gap, room)) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}

/** The dots around our hub, around 0. */
export function placeOurClusters({ circles }: Circles): Point[] {
  return circles.flatMap(({ count, radius }, circle) =>
    Array.from({ length: count }, (_, index) => {
      const angle = ((index + circle / 2) / count) * 2 * Math.PI
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
    }),
  )
}

/** A ring of hubs, each joined to each by a fine line; ours is filled, lit, and ringed by its clusters. */
export function renderRing(clusters: number, alternative: string): Html {
  const hubs = Array.from({ length: HUBS }, (_, index) => placeHub(index))
  const ours = placeHub(OURS)
  const others = hubs.filter((_, index) => index !== OURS)
  const lines = (from: Point, ends: readonly Point[]) =>
    ends.map((to) => `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`).join('')
  const web = others.map((hub, index) => lines(hub, others.slice(index + 1))).join('')
  const circles = arrangeCircles(clusters)
  const ringed = placeOurClusters(circles).map(({ x, y }) => ({ x: ours.x + x, y: ours.y + y }))
  return html`<svg class="picture ring" viewBox="-94 -98 192 192" role="img" aria-label="${alternative}">
    <path class="ring-web" d="${web}"/><path class="ring-ties" d="${lines(ours, others)}"/>
    ${others.map((hub) => html`<circle class="ring-hub" cx="${round(hub.x)}" cy="${round(hub.y)}" r="5"/>`)}
    <circle class="ring-halo" cx="${round(ours.x)}" cy="${round(ours.y)}" r="26"/><circle class="ring-ours" cx="${round(ours.x)}" cy="${round(ours.y)}" r="8"/>
    <path class="ring-clusters" stroke-width="${Number(circles.dot.toFixed(2))}" d="${dots(ringed)}"/>
  </svg>`
}
