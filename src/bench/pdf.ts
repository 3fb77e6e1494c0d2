import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import { ensureBrowser, launchOptions } from '../export/browser.ts'
import type { MeasureOptions } from './build.ts'
import type { Figure } from './figures.ts'
import { measurePeakMemory } from './peak-memory.ts'
import { interleave } from './stats.ts'
import { type Command, timeProcess } from './whole-process.ts'

const PAGES = 9

/** Both languages' PDFs, as `npm run pdf` makes them, against the bare browser printing nine plain pages. */
export async function measurePdf({ runs, folder }: MeasureOptions): Promise<Figure[]> {
  const out = path.join(folder, 'pdf')
  await mkdir(out, { recursive: true })
  const export_: Command = {
    program: process.execPath,
    args: ['--import', 'tsx/esm', 'scripts/pdf.ts', '--out', out],
  }
  const floor = await prepareFloor(folder)
  const [values = [], floors = []] = await interleave(runs, [
    () => timeProcess(export_),
    () => timeProcess(floor.command()),
  ])
  const floorSize = (await stat(floor.file)).size / 1000
  const figures: Figure[] = [
    { name: 'PDF, both languages: whole process', unit: 's', values, floor: floors, target: '≤ 1.6 × floor' },
  ]
  const memory = await measurePeakMemory(export_)
  const floorMemory = await measurePeakMemory(floor.command())
  if (memory !== undefined && floorMemory !== undefined) {
    figures.push({ name: 'PDF: peak memory', unit: 'MB', values: [memory], floor: [floorMemory] })
  }
  for (const name of (await readdir(out)).filter((file) => file.endsWith('.pdf'))) {
    const size = (await stat(path.join(out, name))).size / 1000
    figures.push({ name: `PDF: size of ${name}`, unit: 'KB', values: [size], floor: [floorSize] })
  }
  return figures
}

/** Prints with the flags the export's browser is started with; the profile must be a fresh one, as there. */
async function prepareFloor(folder: string): Promise<{ file: string; command(): Command }> {
  const program = await ensureBrowser(console.error)
  const page = path.join(folder, 'plain.html')
  const file = path.join(folder, 'plain.pdf')
  await writeFile(page, plainPages())
  let profiles = 0
  return {
    file,
    command() {
      const userDataDir = path.join(folder, `profile-${++profiles}`)
      // Without the address of the blank page at the end.
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
