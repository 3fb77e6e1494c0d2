import type { NetworkSize } from '../deck/deck.ts'
import { type Html, html } from '../markup/html.ts'
import { dots, type Point } from './dots.ts'

/**
 * The deck's one ornament: clusters, each a hub among its companies. The clusters get even shares of the
 * companies, which is schematic and never data. A fixed seed makes the picture the same everywhere. Lengths
 * are in units of the picture; a hub is a dot 6.4 wide, a company one of 2.5.
 */
export interface Cluster extends Point {
  /** Relative to the hub. */
  readonly companies: readonly Point[]
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const SEED = 57777
/** The scale at which neighbouring dots of a sunflower spiral do not touch. */
const COMPANY_SCALE = 2.72
const HUB_WIDTH = 6.4
/** The least distances between the middles of two companies, and of a company and another cluster's hub. */
const COMPANY_ROOM = 2.6
const HUB_ROOM = 4.5

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

/** A point of a sunflower spiral: the `index`-th seed, a seed's area being π × `scale`². */
function sunflower(index: number, scale: number, turn = 0): Point {
  const radius = Math.sqrt(index) * scale
  const angle = index * GOLDEN_ANGLE + turn
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** How many companies each cluster is drawn with: two neighbouring numbers, shuffled. */
function shareCompanies({ clusters, companies }: NetworkSize, random: () => number): number[] {
  const small = Math.floor(companies / clusters)
  const large = companies - small * clusters
  const counts = Array.from({ length: clusters }, (_, index) => (index < large ? small + 1 : small))
  for (let last = counts.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const swapped = counts[last] ?? small
    counts[last] = counts[other] ?? small
    counts[other] = swapped
  }
  return counts
}

/** The distance from a cluster's hub to the middle of its outermost company. */
export function clusterRadius({ clusters, companies }: NetworkSize): number {
  return COMPANY_SCALE * Math.sqrt(Math.ceil(companies / clusters) + 1)
}

/**
 * Places the clusters as closely as possible without two dots touching. `place` gives the hubs for a distance
 * between neighbours. The search starts with a distance that suits most networks and widens it.
 */
export function spaceOut(
  size: NetworkSize,
  companies: readonly (readonly Point[])[],
  place: (spacing: number) => readonly Point[],
): readonly Cluster[] {
  for (let spacing = 2.22127 * clusterRadius(size); ; spacing *= 1.02) {
    const clusters = place(spacing).map((hub, index) => ({ ...hub, companies: companies[index] ?? [] }))
    if (!isCrowded(clusters, 2 * clusterRadius(size) + COMPANY_ROOM)) return clusters
  }
}

/** Whether a company overlaps another cluster. Clusters `apart` or farther cannot touch. */
function isCrowded(clusters: readonly Cluster[], apart: number): boolean {
  const isNear = (a: Point, b: Point, room: number) => Math.hypot(a.x - b.x, a.y - b.y) < room
  return clusters.some((one, index) =>
    clusters.some((other, second) => {
      if (second === index || !isNear(one, other, apart)) return false
      const from = { x: other.x - one.x, y: other.y - one.y }
      return one.companies.some(
        (company) =>
          isNear(company, from, HUB_ROOM) ||
          other.companies.some(({ x, y }) => isNear(company, { x: from.x + x, y: from.y + y }, COMPANY_ROOM)),
      )
    }),
  )
}

/** A hub's companies, around 0. */
export function arrangeCompanies(count: number, turn: number): Point[] {
  return Array.from({ length: count }, (_, company) => sunflower(company + 2, COMPANY_SCALE, turn))
}

const arranged = new Map<string, readonly Cluster[]>()

/** The clusters as a sunflower, from the middle outwards. */
export function arrangeNetwork(size: NetworkSize): readonly Cluster[] {
  const key = `${size.clusters} ${size.companies}`
  const known = arranged.get(key)
  if (known !== undefined) return known
  const random = createRandom(SEED)
  const companies = shareCompanies(size, random).map((count) =>
    arrangeCompanies(count, random() * 2 * Math.PI),
  )
  const clusters = spaceOut(size, companies, (spacing) =>
    companies.map((_, index) => sunflower(index + 0.5, 0.59 * spacing)),
  )
  arranged.set(key, clusters)
  return clusters
}

/** Hubs and companies, each as one path around 0. */
export function drawNetwork(size: NetworkSize): { hubs: string; companies: string } {
  const clusters = arrangeNetwork(size)
  const companies = clusters.flatMap((hub) =>
    hub.companies.map(({ x, y }) => ({ x: hub.x + x, y: hub.y + y })),
  )
  return { hubs: dots(clusters), companies: dots(companies) }
}

/** The whole network (`net-hubs`, `net-companies`), once per page; figures show it with `<use>`. */
export function renderNetworkParts(size: NetworkSize): Html {
  const { hubs, companies } = drawNetwork(size)
  return html`<svg class="parts" aria-hidden="true"><defs><path id="net-hubs" d="${hubs}"/><path id="net-companies" d="${companies}"/></defs></svg>`
}

/** Half the width of a square view that holds the network, its outermost dots included. */
export function networkRadius(size: NetworkSize): number {
  const hubs = arrangeNetwork(size).map(({ x, y }) => Math.hypot(x, y))
  return Math.ceil(Math.max(...hubs) + clusterRadius(size) + HUB_WIDTH / 2)
}

export function networkViewBox(size: NetworkSize): string {
  const radius = networkRadius(size)
  return [-radius, -radius, 2 * radius, 2 * radius].join(' ')
}
