import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { getBrowser } from '../browser/get-browser.ts'
import { type MeasureOptions, prepareBuild } from './build.ts'
import { preparePrint } from './export.ts'
import { formatSpread, type Unit } from './figures.ts'
import { DESKTOP, FLOOR, MOUSE, PHONE } from './first-view.ts'
import { KEY_FLOOR, PACES, walk } from './interaction.ts'
import { launchVisitor, serveSite } from './serve.ts'
import { interleave, medianRatio } from './stats.ts'
import { visit } from './visit.ts'
import { timeScript } from './whole-process.ts'

/** The moves of a walk in one direction: no more, as the longest walk would take hours. */
const MOVES = 24

const QUANTITIES = [
  { name: 'First view, phone: LCP', unit: 's', target: '100 ≤ 1.15 × 9' },
  { name: 'First view, presenting: LCP', unit: 's', target: '100 ≤ 1.15 × 9' },
  { name: 'Key to next paint: median', unit: 'ms', target: '≤ 24 ms' },
  { name: 'Key to next paint: longest', unit: 'ms', target: '≤ 48 ms' },
  { name: 'Build', unit: 's', target: '100 ≤ 1.5 × 9' },
  { name: 'PDF, both languages', unit: 's', target: '≤ 2 × floor' },
] as const satisfies readonly { name: string; unit: Unit; target: string }[]

/** One quantity, measured of talks of several lengths. */
export interface Series {
  readonly name: string
  readonly unit: Unit
  readonly target: string
  readonly points: readonly Point[]
}

interface Point {
  readonly slides: number
  readonly values: readonly number[]
  readonly floor: readonly number[]
}

/**
 * Measures talks of so many slides, made by repetition, in turn and each beside its floor: a page of one
 * line, Vite building it, the bare browser printing as many plain pages.
 */
export async function measureSlides(
  counts: readonly number[],
  { runs, folder, talk: [option = '', name = ''] }: MeasureOptions,
): Promise<Series[]> {
  const program = await getBrowser(console.error)
  const buildFloor = await prepareBuild(folder)
  const browser = await launchVisitor([MOUSE])
  const sites = []
  try {
    const tasks = []
    for (const count of counts) {
      const talk = [option, `${name}@${count}`]
      const own = path.join(folder, `${count}`)
      await mkdir(own)
      const pages = { 'floor.html': FLOOR, 'keys.html': KEY_FLOOR }
      const site = await serveSite({ folder: own, talk, pages })
      sites.push(site)
      const { url } = site
      const out = ['--out', path.join(own, 'out'), ...talk]
      const ours = {
        first: url,
        keys: url,
        build: () => timeScript('build', out),
        pdf: () => timeScript('pdf', out),
      }
      const printFloor = await preparePrint(program, own, count)
      const floor = { first: `${url}floor.html`, keys: `${url}keys.html`, build: buildFloor, pdf: printFloor }
      for (const { first, keys, build, pdf } of [ours, floor])
        tasks.push(async () => {
          const phone = await visit({ browser, url: first, viewport: PHONE })
          const wide = await visit({ browser, url: first, viewport: DESKTOP })
          const { typical, worst } = await walk(browser, keys, PACES.byHand, MOVES)
          return [phone.lcp / 1000, wide.lcp / 1000, typical, worst, await build(), await pdf()]
        })
    }
    const measured = await interleave(runs, tasks)
    return QUANTITIES.map((quantity, at) => ({
      ...quantity,
      points: counts.map((slides, index) => {
        const [values = [], floor = []] = [2 * index, 2 * index + 1].map((task) =>
          measured[task]?.map((run) => run[at] ?? Number.NaN),
        )
        return { slides, values, floor }
      }),
    }))
  } finally {
    await browser.close()
    for (const { close } of sites) close()
  }
}

/** A row for each quantity, a column for each length, with the ratios to the shortest talk and to the floor. */
export function renderSeries(series: readonly Series[]): string {
  const [{ points } = { points: [] }] = series
  const head = ['', ...points.map(({ slides }) => `${slides} slides`), 'target']
  const rows = series.map(({ name, unit, target, points }) => {
    const [first] = points
    const cells = points.map(({ values, floor }) => {
      const ofFirst = medianRatio(values, first?.values ?? []).toFixed(2)
      return `${formatSpread(values, unit)}, ${ofFirst} × the first, ${medianRatio(values, floor).toFixed(2)} × floor`
    })
    return [name, ...cells, target]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
