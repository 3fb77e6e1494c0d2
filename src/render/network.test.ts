import { expect, test } from 'vitest'
import {
  arrangeLoop,
  arrangeNetwork,
  NETWORK_RADIUS,
  renderLoopClusters,
  renderNetworkParts,
} from './network.ts'
import { placeOurClusters } from './ring.ts'

const countDots = (markup: string) => markup.match(/h0/g)?.length ?? 0
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y)

test('there are 57 clusters with 777 companies, 36 of 14 and 21 of 13', () => {
  const sizes = arrangeNetwork().map(({ companies }) => companies.length)
  expect(sizes).toHaveLength(57)
  expect(sizes.filter((size) => size === 14)).toHaveLength(36)
  expect(sizes.filter((size) => size === 13)).toHaveLength(21)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(777)
})

test('the drawn figures count the same', () => {
  const [hubs, companies] = renderNetworkParts().markup.split('id="net-companies"')
  expect(countDots(hubs ?? '')).toBe(57)
  expect(countDots(companies ?? '')).toBe(777)
  expect(countDots(renderLoopClusters(arrangeLoop()).markup)).toBe(57 + 777)
  expect(placeOurClusters()).toHaveLength(57)
})

test('the arrangement is the same every time and lies within its view', () => {
  expect(arrangeNetwork()).toEqual(arrangeNetwork())
  for (const { x, y, companies } of arrangeNetwork()) {
    for (const company of companies) {
      expect(Math.hypot(x + company.x, y + company.y)).toBeLessThan(NETWORK_RADIUS)
    }
  }
})

test('no two dots of the network touch', () => {
  const dots = arrangeNetwork().flatMap(({ x, y, companies }) =>
    companies.map((c) => ({ x: x + c.x, y: y + c.y })),
  )
  const nearest = dots.map((a, i) => Math.min(...dots.slice(i + 1).map((b) => distance(a, b))))
  expect(Math.min(...nearest)).toBeGreaterThan(2.5)
})

test('the loop has a place for each cluster, evenly on each half, and none lies on another', () => {
  const { places, halfWidth, halfHeight } = arrangeLoop()
  const left = places.filter(({ x }) => x < 0)
  expect([places.length, left.length]).toEqual([57, 29])
  for (const half of [left, places.filter(({ x }) => x > 0)]) {
    const gaps = half.slice(1).map((place, index) => distance(place, half[index] ?? place))
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.05)
  }
  const closest = Math.min(...places.flatMap((a, i) => places.slice(i + 1).map((b) => distance(a, b))))
  expect(closest).toBeGreaterThan(21)
  expect(Math.max(...places.map(({ x }) => Math.abs(x)))).toBeLessThanOrEqual(halfWidth)
  expect(Math.max(...places.map(({ y }) => Math.abs(y)))).toBeLessThanOrEqual(halfHeight)
})
