import type { Series } from './slides.ts'
import { median } from './stats.ts'

const SIZE = { width: 760, height: 380 }
const FRAME = { left: 48, right: 530, top: 40, bottom: 340 }
/** The least distance between two labels' baselines. */
const LINE = 18
const COLOURS = ['#0a7d55', '#2746d8', '#b3261e', '#84160f', '#50596a', '#0d1b2a']

/** The series as lines in an SVG picture: how many times as much as with the fewest slides. */
export function plotSeries(series: readonly Series[]): string {
  const lines = series.map(({ name, points }) => {
    const [first] = points
    const own = points.map(
      ({ slides, values }) => [slides, median(values) / median(first?.values ?? [])] as const,
    )
    return { name, points: own, last: own.at(-1)?.[1] ?? 1 }
  })
  const longest = Math.max(...lines.flatMap(({ points }) => points.map(([slides]) => slides)))
  const highest = Math.ceil(Math.max(2, ...lines.flatMap(({ points }) => points.map(([, times]) => times))))
  const x = (slides: number) => Math.round(FRAME.left + (slides / longest) * (FRAME.right - FRAME.left))
  const y = (times: number) => Math.round(FRAME.bottom - (times / highest) * (FRAME.bottom - FRAME.top))
  const grid = Array.from({ length: highest + 1 }, (_, times) => times)
  const [counts = []] = lines.map(({ points }) => points.map(([slides]) => slides))
  let free = SIZE.height
  const labelled = lines
    .map((line, index) => ({ ...line, colour: COLOURS[index % COLOURS.length] }))
    .toSorted((one, other) => one.last - other.last)
    .map((line) => {
      free = Math.min(free - LINE, y(line.last) + 4)
      return { ...line, label: free }
    })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="13" fill="#0d1b2a">
<title>How many times as much a longer talk takes</title>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="${FRAME.left}" y="22">times as much as with ${counts[0]} slides</text>
${grid.map((times) => `<path d="M${FRAME.left} ${y(times)}H${FRAME.right}" stroke="#dcd6c8"/><text x="${FRAME.left - 8}" y="${y(times) + 4}" text-anchor="end">${times}</text>`).join('\n')}
${counts.map((count) => `<text x="${x(count)}" y="${FRAME.bottom + 22}" text-anchor="middle">${count}</text>`).join('\n')}
<text x="${FRAME.right + 16}" y="${FRAME.bottom + 22}">slides</text>
${labelled.map(({ name, points, last, label, colour }) => `<path d="M${points.map(([slides, times]) => `${x(slides)} ${y(times)}`).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${FRAME.right + 16}" y="${label}" fill="${colour}">${name} ${last.toFixed(1)}</text>`).join('\n')}
</svg>
`
}
