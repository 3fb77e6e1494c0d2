import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'
import { getBrowser } from '../browser/get-browser.ts'
import { launchOptions } from '../browser/launch-browser.ts'
import type { MeasureOptions } from './build.ts'
import type { Figure } from './figures.ts'
import { measurePeakMemory } from './peak-memory.ts'
import { interleave } from './stats.ts'
import { type Command, timeProcess } from './whole-process.ts'

const PAGES = 9

/**
 * Both languages' files, as `npm run pdf` and `npm run export` make them, compared with the bare browser
 * printing nine plain pages. The floor uses a full browser. The exports print in a headless shell where there
 * is one, and once more in the floor's browser.
 */
export async function measureExport({ runs, folder, talk }: MeasureOptions): Promise<Figure[]> {
  const out = path.join(folder, 'export')
  await mkdir(out, { recursive: true })
  const run = (script: string): Command => ({
    program: process.execPath,
    args: ['scripts/run.js', script, '--out', out, ...talk],
  })
  const pdf = run('pdf')
  const program = await getBrowser(console.error)
  const floor = await prepareFloor(program, folder)
  const inFloors = { env: { PUPPETEER_EXECUTABLE_PATH: program } }
  const [pdfs = [], all = [], slowPdfs = [], slowAll = [], floors = []] = await interleave(runs, [
    () => timeProcess(pdf),
    () => timeProcess(run('export')),
    () => timeProcess({ ...pdf, ...inFloors }),
    () => timeProcess({ ...run('export'), ...inFloors }),
    () => timeProcess(floor.command()),
  ])
  const floorSize = (await stat(floor.file)).size / 1000
  const compare = { unit: 's', floor: floors } as const
  const figures: Figure[] = [
    { ...compare, name: 'PDF, both languages: whole process', values: pdfs, target: '≤ 1.3 × floor' },
    { ...compare, name: "… in the floor's browser", values: slowPdfs },
    { ...compare, name: 'All formats, both languages: whole process', values: all, target: '≤ 4 × floor' },
    { ...compare, name: "… in the floor's browser", values: slowAll },
  ]
  const memory = await measurePeakMemory(pdf)
  const floorMemory = await measurePeakMemory(floor.command())
  if (memory !== undefined && floorMemory !== undefined) {
    figures.push({ name: 'PDF: peak memory', unit: 'MB', values: [memory], floor: [floorMemory] })
  }
  for (const name of (await readdir(out)).filter((file) => file.endsWith('.pdf'))) {
    const size = (await stat(path.join(out, name))).size / 1000
    const target = ''
    figures.push({ name: `PDF: size of ${name}`, unit: 'KB', values: [size], floor: [floorSize], target })
  }
  return figures
}

/** Prints with the flags of the export's browser and, as there, with a new profile. */
async function prepareFloor(program: string, folder: string): Promise<{ file: string; command(): Command }> {
  const page = path.join(folder, 'plain.html')
  const file = path.join(folder, 'plain.pdf')
  await writeFile(page, plainPages())
  let profiles = 0
  return {
    file,
    command() {
      const userDataDir = path.join(folder, `profile-${++profiles}`)
      // Without the last argument, the URL of the blank page.
      const flags = puppeteer
        .defaultArgs({ ...launchOptions(program), userDataDir })
        .filter((flag) => flag.startsWith('--'))
      const print = ['--no-pdf-header-footer', `--print-to-pdf=${file}`, pathToFileURL(page).href]
      return { program, args: [...flags, ...print] }
    },
  }
}

function plainPages(): string {
  const numbers = Array.from({ length: PAGES }, (_, index) => index + 1)
  const sections = numbers.map(
    (number) => `<section style="break-after:page"><h2>Page ${number}</h2><p>One line.</p></section>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title>${sections.join('')}`
}
