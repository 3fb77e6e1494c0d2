import { type Html, html } from './html.ts'
import { CLUSTERS, type Point } from './network.ts'

/** Twelve: a nod to the flag, and stands for nothing else. */
const HUBS = 12
/** Which of them is ours, counted clockwise from the top. */
const OURS = 1
const RADIUS = 76

function placeHub(index: number): Point {
  const angle = (index / HUBS) * 2 * Math.PI - Math.PI / 2
  return { x: RADIUS * Math.cos(angle), y: RADIUS * Math.sin(angle) }
}

function round(value: number): string {
  return String(Number(value.toFixed(1)))
}

/** The dots around our hub: three circles of 14, 19 and 24, which are 57. */
export function placeOurClusters(): readonly Point[] {
  const circles = [
    { count: 14, radius: 12.5 },
    { count: 19, radius: 17.5 },
    { count: 24, radius: 22.5 },
  ]
  return circles.flatMap(({ count, radius }, circle) =>
    Array.from({ length: count }, (_, index) => {
      const angle = ((index + circle / 2) / count) * 2 * Math.PI
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
    }),
  )
}

/** The ring's parts, lines as SVG path data, in a square view of `size` units. */
export interface Ring {
  readonly left: number
  readonly top: number
  readonly size: number
  readonly others: readonly Point[]
  readonly ours: Point
  readonly clusters: readonly Point[]
  /** Each hub but ours joined to each. */
  readonly web: string
  /** Ours joined to each. */
  readonly ties: string
}

/** Throws when it would draw another number of clusters than there are. */
export function drawRing(): Ring {
  const hubs = Array.from({ length: HUBS }, (_, index) => placeHub(index))
  const ours = placeHub(OURS)
  const others = hubs.filter((_, index) => index !== OURS)
  const lines = (from: Point, ends: readonly Point[]) =>
    ends.map((to) => `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`).join('')
  const clusters = placeOurClusters().map(({ x, y }) => ({ x: ours.x + x, y: ours.y + y }))
  if (clusters.length !== CLUSTERS)
    throw new Error(`the ring draws ${clusters.length} clusters instead of ${CLUSTERS}`)
  const web = others.map((hub, index) => lines(hub, others.slice(index + 1))).join('')
  return { left: -94, top: -98, size: 192, others, ours, clusters, web, ties: lines(ours, others) }
}

/** A ring of hubs, each joined to each by a fine line; ours is filled, lit, and ringed by its clusters. */
export function renderRing(alternative: string): Html {
  const { left, top, size, others, ours, clusters, web, ties } = drawRing()
  const path = clusters.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')
  return html`<svg class="picture ring" viewBox="${left} ${top} ${size} ${size}" role="img" aria-label="${alternative}">
    <path class="ring-web" d="${web}"/><path class="ring-ties" d="${ties}"/>
    ${others.map((hub) => html`<circle class="ring-hub" cx="${round(hub.x)}" cy="${round(hub.y)}" r="5"/>`)}
    <circle class="ring-halo" cx="${round(ours.x)}" cy="${round(ours.y)}" r="26"/><circle class="ring-ours" cx="${round(ours.x)}" cy="${round(ours.y)}" r="8"/>
    <path class="ring-clusters" d="${path}"/>
  </svg>`
}
