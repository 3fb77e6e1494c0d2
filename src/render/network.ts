import { type Html, html, raw } from './html.ts'

/**
 * The deck's one ornament: 57 clusters, each a hub among its companies, 777 in all. The share of companies
 * (36 clusters with 14, 21 with 13) is schematic, never data. Everything is computed from a fixed seed, so that
 * the picture is the same everywhere. Lengths are units of the picture; a cluster's radius is about 11.
 */
export const CLUSTERS = 57
export const COMPANIES = 777

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Cluster extends Point {
  readonly companies: readonly Point[]
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const SEED = 57777
/** Distance between neighbouring clusters, in the network and on the loop alike. */
const SPACING = 23.4

/** Repeatable numbers in [0, 1): the public-domain generator mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A point of a sunflower spiral: the `index`-th seed, in units where a seed's area is π. */
function sunflower(index: number, turn = 0): Point {
  const radius = Math.sqrt(index)
  const angle = index * GOLDEN_ANGLE + turn
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

function scale(point: Point, factor: number): Point {
  return { x: point.x * factor, y: point.y * factor }
}

/** How many companies each cluster is drawn with: 36 × 14 and 21 × 13, shuffled. */
function shareCompanies(random: () => number): number[] {
  const small = Math.floor(COMPANIES / CLUSTERS)
  const large = COMPANIES - small * CLUSTERS
  const counts = Array.from({ length: CLUSTERS }, (_, index) => (index < large ? small + 1 : small))
  for (let last = counts.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const swapped = counts[last] ?? small
    counts[last] = counts[other] ?? small
    counts[other] = swapped
  }
  return counts
}

/** The 57 clusters as a sunflower, from the middle outwards; companies are relative to their hub. */
export function arrangeNetwork(): readonly Cluster[] {
  const random = createRandom(SEED)
  return shareCompanies(random).map((count, index) => {
    const hub = scale(sunflower(index + 0.5), SPACING * 0.59)
    const turn = random() * 2 * Math.PI
    const companies = Array.from({ length: count }, (_, company) => scale(sunflower(company + 2, turn), 2.72))
    return { ...hub, companies }
  })
}

/** A lemniscate of Bernoulli of half width 1, its eyes opened a little so that a label stands free in them. */
const EYE = 1.16
function lemniscate(t: number): Point {
  const divisor = 1 + Math.sin(t) ** 2
  return { x: Math.cos(t) / divisor, y: (EYE * Math.sin(t) * Math.cos(t)) / divisor }
}

/** How far from the crossing the first and last cluster of each half stay, so that no two of them overlap. */
const CLEARANCE = 16.4
const LEFT = Math.ceil(CLUSTERS / 2)

export interface Loop {
  readonly places: readonly Point[]
  readonly halfWidth: number
  readonly halfHeight: number
}

/**
 * A place for each cluster along a lemniscate (∞) centred on 0, the first 29 on its left half, the other 28 on
 * its right, each half's at equal distances. As wide as the spacing asks.
 */
export function arrangeLoop(): Loop {
  const fine = 20_000
  // The curve is in the crossing at π/2, goes round the left eye, and is back there half way.
  const pointAt = (step: number) => lemniscate(Math.PI / 2 + (step / fine) * 2 * Math.PI)
  const lengths = [0]
  for (let step = 1; step <= fine; step++) {
    const [from, to] = [pointAt(step - 1), pointAt(step)]
    lengths.push((lengths[step - 1] ?? 0) + Math.hypot(to.x - from.x, to.y - from.y))
  }
  const total = lengths[fine] ?? 1
  const size = (SPACING * (CLUSTERS - 2) + 4 * CLEARANCE) / total
  const half = (total * size) / 2
  let step = 0
  const places = Array.from({ length: CLUSTERS }, (_, index) => {
    const [start, count, nth] = index < LEFT ? [0, LEFT, index] : [half, CLUSTERS - LEFT, index - LEFT]
    const along = start + CLEARANCE + (nth * (half - 2 * CLEARANCE)) / (count - 1)
    while ((lengths[step] ?? total) * size < along) step++
    return scale(pointAt(step), size)
  })
  // The curve is highest where sin t cos t / (1 + sin² t) is: √2 / 4.
  return { places, halfWidth: size, halfHeight: size * EYE * (Math.SQRT2 / 4) }
}

function round(value: number): string {
  return String(Number(value.toFixed(1)))
}

/** Dots as zero-length strokes of one path: with round caps each is a dot, and the cheapest one to draw. */
export function dots(points: readonly Point[]): string {
  return points.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')
}

/**
 * The picture's parts, once a page; figures refer to them by `<use>`. `net-hubs` and `net-companies` are the whole
 * network.
 */
export function renderNetworkParts(): Html {
  const clusters = arrangeNetwork()
  const companies = clusters.flatMap(({ x, y, companies }) =>
    companies.map((company) => ({ x: x + company.x, y: y + company.y })),
  )
  return html`<svg class="parts" aria-hidden="true"><defs><path id="net-hubs" d="${dots(clusters)}"/><path id="net-companies" d="${dots(companies)}"/></defs></svg>`
}

/** Half the width of a square view that holds the network, its outermost dots included. */
export const NETWORK_RADIUS = 118

export function networkViewBox(): string {
  return [-NETWORK_RADIUS, -NETWORK_RADIUS, 2 * NETWORK_RADIUS, 2 * NETWORK_RADIUS].join(' ')
}

/** The loop's clusters: each knows its place in the network and on the loop; CSS moves it from one to the other. */
export function renderLoopClusters({ places }: Loop): Html {
  return raw(
    arrangeNetwork()
      .map((cluster, index) => {
        const place = places[index] ?? cluster
        const half = place.x < 0 ? 'climate' : 'digital'
        const style = `--nx:${round(cluster.x)};--ny:${round(cluster.y)};--lx:${round(place.x)};--ly:${round(place.y)}`
        return `<g class="cluster role-${half}" style="${style}"><path class="hubs" d="M0 0h0"/><path class="companies" d="${dots(cluster.companies)}"/></g>`
      })
      .join(''),
  )
}
