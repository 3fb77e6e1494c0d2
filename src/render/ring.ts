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

/** A ring of hubs, each joined to each by a fine line; ours is filled, lit, and ringed by its clusters. */
export function renderRing(alternative: string): Html {
  const hubs = Array.from({ length: HUBS }, (_, index) => placeHub(index))
  const ours = placeHub(OURS)
  const lines = (from: Point, others: readonly Point[]) =>
    others.map((to) => `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`).join('')
  const others = hubs.filter((_, index) => index !== OURS)
  const web = others.map((hub, index) => lines(hub, others.slice(index + 1))).join('')
  const dots = placeOurClusters()
  if (dots.length !== CLUSTERS)
    throw new Error(`the ring draws ${dots.length} clusters instead of ${CLUSTERS}`)
  const path = dots.map(({ x, y }) => `M${round(ours.x + x)} ${round(ours.y + y)}h0`).join('')
  return html`<svg class="picture ring" viewBox="-94 -98 192 192" role="img" aria-label="${alternative}">
    <path class="ring-web" d="${web}"/><path class="ring-ties" d="${lines(ours, others)}"/>
    ${others.map((hub) => html`<circle class="ring-hub" cx="${round(hub.x)}" cy="${round(hub.y)}" r="5"/>`)}
    <circle class="ring-halo" cx="${round(ours.x)}" cy="${round(ours.y)}" r="26"/><circle class="ring-ours" cx="${round(ours.x)}" cy="${round(ours.y)}" r="8"/>
    <path class="ring-clusters" d="${path}"/>
  </svg>`
}
