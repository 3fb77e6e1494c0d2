import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchBrowser } from '../browser/launch-browser.ts'
import { ROOT } from '../root.ts'
import { type MeasureOptions, measureBuild } from './build.ts'
import { measureExport } from './export.ts'
import { describeMachine, type Figure, renderTable } from './figures.ts'
import { measureFirstView } from './first-view.ts'
import { measureInteraction } from './interaction.ts'
import { measurePictures } from './pictures.ts'
import { plotSeries } from './plot-series.ts'
import { measureSlides, renderSeries } from './slides.ts'

/** For docs/figures.md. */
const PLOT = 'docs/slides.svg'

export interface BenchOptions {
  readonly parts: readonly (keyof typeof MEASURES)[]
  /** How often to repeat each measurement; undefined: each part has its own default. */
  readonly runs: number | undefined
  /** The arguments that choose the talk: `--talk NAME`. */
  readonly talk: readonly string[]
  /** Measures talks of so many slides instead of the parts. */
  readonly slides: readonly number[] | undefined
}

const MEASURES = {
  build: {
    measure: measureBuild,
    runs: 5,
    about:
      'Build: `npm run build` without npm, from the start of its process to the end. Floor: Vite building one line of HTML.',
  },
  pictures: {
    measure: measurePictures,
    runs: 3,
    about:
      'Pictures: the same build of a talk of its own, in a copy of the project; cold: with nothing kept. Floor: the same slides with words in place of the photographs; for the first view the chosen talk.',
  },
  view: {
    measure: measureFirstView,
    runs: 7,
    about:
      'First view: slow 4G (1.6 Mbit/s, 150 ms), processor slowed 4×, cold cache, Brotli; phone 412 × 823, desktop 1366 × 768; in a window that has been open for a second. Floor: one line of HTML served the same way, and kept by a worker for the second view.',
  },
  interaction: {
    measure: measureInteraction,
    runs: 5,
    about:
      'Interaction: a second after the page is ready, keys through every slide and step and back, one in 300 ms, 1366 × 768, processor slowed 4×, from the key to the next paint; held down, a key comes as soon as the one before has been painted. Floor: a page of one line that shows the key.',
  },
  export: {
    measure: measureExport,
    runs: 5,
    about:
      'Export: `npm run pdf` and `npm run export` without npm, from the start of the process to the end. Floor: the bare browser printing nine plain pages.',
  },
}

/** Measures each part, or talks of several lengths, and the floors; prints the table. */
export async function runBench({ parts, runs, talk, slides }: BenchOptions): Promise<void> {
  const browser = await launchBrowser()
  console.log(`${describeMachine()}, ${await browser.version()}, ${new Date().toISOString().slice(0, 10)}`)
  await browser.close()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'deck-bench-'))
  try {
    if (slides !== undefined) return await benchSlides(slides, { runs: runs ?? 5, folder, talk })
    const figures: Figure[] = []
    for (const part of parts) {
      const { measure, runs: usual } = MEASURES[part]
      console.log(`Measuring ${part}, runs: ${runs ?? usual}, and as many of its floor …`)
      figures.push(...(await measure({ runs: runs ?? usual, folder, talk })))
    }
    console.log(`\n${renderTable(figures)}\n`)
    for (const part of parts) console.log(MEASURES[part].about)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Prints the table of talks of several lengths and draws it. */
async function benchSlides(counts: readonly number[], options: MeasureOptions): Promise<void> {
  console.log(`Measuring talks of ${counts.join(', ')} slides, runs: ${options.runs} …`)
  const series = await measureSlides(counts, options)
  await writeFile(path.join(ROOT, PLOT), plotSeries(series))
  console.log(`\n${renderSeries(series)}\n\nDrawn in ${PLOT}.`)
}
