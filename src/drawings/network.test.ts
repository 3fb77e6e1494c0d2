import { describe, expect, it } from 'vitest'
import type { Point } from './dots.ts'
import { arrangeLoop, renderLoopClusters } from './loop.ts'
import { arrangeNetwork, drawNetwork, networkRadius } from './network.ts'
import { arrangeCircles, placeOurClusters, renderRing } from './ring.ts'

/** From the smallest to the largest network that the drawings can show. */
const SIZES = [
  [8, 8],
  [8, 400],
  [8, 3000],
  [9, 100],
  [12, 150],
  [30, 3000],
  [61, 800],
  [100, 1000],
  [150, 150],
  [150, 3000],
].map(([clusters = 0, companies = 0]) => ({ clusters, companies }))
const COMPANY = 2.5
const HUB = 6.4

const countDots = (markup: string) => markup.match(/h0/g)?.length ?? 0
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** The smallest distance between any two points. */
function nearest(points: readonly Point[]): number {
  const sorted = points.toSorted((a, b) => a.x - b.x)
  let found = Number.POSITIVE_INFINITY
  for (const [index, a] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next]
      if (b === undefined || b.x - a.x >= found) break
      found = Math.min(found, distance(a, b))
    }
  }
  return found
}

const placeCompanies = (clusters: ReturnType<typeof arrangeNetwork>) =>
  clusters.flatMap((hub) => hub.companies.map(({ x, y }) => ({ x: hub.x + x, y: hub.y + y })))

describe.each(SIZES)('$clusters clusters and $companies companies', (size) => {
  const { clusters, companies } = size
  const network = arrangeNetwork(size)

  it('share the companies evenly', () => {
    const shares = network.map((cluster) => cluster.companies.length)
    expect(shares).toHaveLength(clusters)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(companies)
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
  })

  it('are drawn dot by dot, in the network and on the loop', () => {
    const drawn = drawNetwork(size)
    expect([countDots(drawn.hubs), countDots(drawn.companies)]).toEqual([clusters, companies])
    expect(countDots(renderLoopClusters(size, arrangeLoop(size)).markup)).toBe(clusters + companies)
  })

  it('are apart in the network, and within its view', () => {
    const dots = placeCompanies(network)
    expect(nearest(dots)).toBeGreaterThan(COMPANY)
    expect(nearest(network)).toBeGreaterThan(HUB)
    const reach = Math.max(...dots.map(({ x, y }) => Math.hypot(x, y)))
    expect(reach + COMPANY / 2).toBeLessThanOrEqual(networkRadius(size))
  })

  it('are apart on the loop, half of them on each side, and within its view', () => {
    const { places, halfWidth, reach } = arrangeLoop(size)
    const dots = placeCompanies(
      places.map((place, index) => ({ companies: [], ...network[index], ...place })),
    )
    expect(nearest(dots)).toBeGreaterThan(COMPANY)
    expect(places.filter(({ x }) => x < 0)).toHaveLength(Math.ceil(clusters / 2))
    expect(Math.max(...places.map(({ x }) => Math.abs(x)))).toBeLessThanOrEqual(halfWidth)
    expect(Math.max(...dots.map(({ x }) => Math.abs(x))) + COMPANY / 2).toBeLessThanOrEqual(reach)
  })

  it('ring our hub dot by dot, none touching another', () => {
    const circles = arrangeCircles(clusters)
    const places = placeOurClusters(circles)
    expect(places).toHaveLength(clusters)
    expect(nearest(places)).toBeGreaterThan(circles.dot)
    const reach = Math.max(...places.map(({ x, y }) => Math.hypot(x, y)))
    expect(reach + circles.dot / 2).toBeLessThan(26)
    expect(countDots(renderRing(clusters, 'ring').markup)).toBe(clusters)
  })
})

it('the clusters of each half of the loop stand at equal distances', () => {
  const { places } = arrangeLoop({ clusters: 61, companies: 800 })
  for (const half of [places.slice(0, 31), places.slice(31)]) {
    const gaps = half.slice(1).map((place, index) => distance(place, half[index] ?? place))
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.05)
  }
})
