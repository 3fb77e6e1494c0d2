import type { NetworkSize } from '../deck/deck.ts'
import { type Html, raw } from '../markup/html.ts'
import { dots, type Point, round } from './dots.ts'
import { arrangeNetwork, clusterRadius, spaceOut } from './network.ts'

/** How much taller the loop's eyes are than a lemniscate's, so that a label fits into each. */
const EYE = 1.16
/** The number of steps in which the curve's length is measured. */
const STEPS = 20_000
/** From the crossing to the first and last cluster of each half, in spacings: no two overlap. */
const CLEARANCE = 0.7009
/** A cluster's largest radius, in half widths of the loop. A larger cluster would cover the labels. */
const LARGEST_RADIUS = 0.075

export interface Loop {
  readonly places: readonly Point[]
  readonly halfWidth: number
  /** Half the width of a square view that holds the loop, its outermost dots included. */
  readonly reach: number
}

/** A lemniscate of half width 1, from its crossing round the left eye and back, then the right. */
function lemniscate(step: number): Point {
  const t = Math.PI / 2 + (step / STEPS) * 2 * Math.PI
  const divisor = 1 + Math.sin(t) ** 2
  return { x: Math.cos(t) / divisor, y: (EYE * Math.sin(t) * Math.cos(t)) / divisor }
}

/** The curve's length up to each step, at half width 1. */
const LENGTHS = measureCurve()
const TOTAL = LENGTHS[STEPS] ?? 1

function measureCurve(): number[] {
  const lengths = [0]
  for (let step = 1; step <= STEPS; step++) {
    const [from, to] = [lemniscate(step - 1), lemniscate(step)]
    lengths.push((lengths[step - 1] ?? 0) + Math.hypot(to.x - from.x, to.y - from.y))
  }
  return lengths
}

/**
 * Places the clusters along a lemniscate (∞) centred on 0, half of them (and the odd one) on the left, at
 * equal distances within each half, so wide that no two dots touch and no cluster covers the eyes.
 */
export function arrangeLoop(network: NetworkSize): Loop {
  const loop = arranged.get(network) ?? arrange(network)
  arranged.set(network, loop)
  return loop
}

/** A talk draws the same network in each language. */
const arranged = new WeakMap<NetworkSize, Loop>()

function arrange(network: NetworkSize): Loop {
  const companies = arrangeNetwork(network).map((cluster) => cluster.companies)
  let halfWidth = 0
  const places = spaceOut(network, companies, (spacing) => {
    halfWidth = Math.max(measureHalfWidth(network.clusters, spacing), clusterRadius(network) / LARGEST_RADIUS)
    return placeAlong(network.clusters, halfWidth)
  })
  return { places, halfWidth, reach: Math.ceil(halfWidth + clusterRadius(network) + 2.47) }
}

/** Half the width of a loop on which this many clusters have this spacing. */
function measureHalfWidth(clusters: number, spacing: number): number {
  return (spacing * (clusters - 2 + 4 * CLEARANCE)) / TOTAL
}

function placeAlong(clusters: number, halfWidth: number): Point[] {
  const half = (TOTAL * halfWidth) / 2
  const clearance = CLEARANCE * (halfWidth / measureHalfWidth(clusters, 1))
  const left = Math.ceil(clusters / 2)
  let step = 0
  return Array.from({ length: clusters }, (_, index) => {
    const [start, count, nth] = index < left ? [0, left, index] : [half, clusters - left, index - left]
    const along = start + clearance + (nth * (half - 2 * clearance)) / (count - 1)
    while ((LENGTHS[step] ?? TOTAL) * halfWidth < along) step++
    const { x, y } = lemniscate(step)
    return { x: x * halfWidth, y: y * halfWidth }
  })
}

/** The loop's clusters, with their places in the network and on the loop; CSS moves them. */
export function renderLoopClusters(network: NetworkSize, { places }: Loop): Html {
  return raw(
    arrangeNetwork(network)
      .map((cluster, index) => {
        const place = places[index] ?? cluster
        const half = place.x < 0 ? 'climate' : 'digital'
        const style = `--nx:${round(cluster.x)};--ny:${round(cluster.y)};--lx:${round(place.x)};--ly:${round(place.y)}`
        return `<g class="cluster role-${half}" style="${style}"><path class="hubs" d="M0 0h0"/><path class="companies" d="${dots(cluster.companies)}"/></g>`
      })
      .join(''),
  )
}
