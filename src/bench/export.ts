import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'
import { getBrowser } from '../browser/get-browser.ts'
import { launchOptions } from '../browser/launch-browser.ts'
import { readFolder } from '../disk/read-folder.ts'
import type { MeasureOptions } from './build.ts'
import type { Figure } from './figures.ts'
import { interleave } from './stats.ts'
import { timeProcess, timeScript } from './whole-process.ts'

/** Plain pages. */
function renderPlain(count: number): string {
  const page = (number: number) =>
    `<section style="break-after:page"><h2>Page ${number}</h2><p>One line.</p></section>`
  const pages = Array.from({ length: count }, (_, index) => page(index + 1))
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title>${pages.join('')}`
}

/**
 * Both languages' files, as `npm run pdf` and `npm run export` make them, compared with the bare browser
 * printing nine plain pages. The floor uses a full browser. The exports print in a headless shell where there
 * is one, and once more in the floor's browser.
 */
export async function measureExport({ runs, folder, talk }: MeasureOptions): Promise<Figure[]> {
  const out = path.join(folder, 'export')
  await mkdir(out, { recursive: true })
  const program = await getBrowser(console.error)
  const plain = path.join(folder, 'plain.pdf')
  const printFloor = await preparePrint(program, folder, 9)
  const inFloors = { PUPPETEER_EXECUTABLE_PATH: program }
  const args = ['--out', out, ...talk]
  const [pdfs = [], all = [], slowPdfs = [], slowAll = [], floor = []] = await interleave(runs, [
    () => timeScript('pdf', args),
    () => timeScript('export', args),
    () => timeScript('pdf', args, inFloors),
    () => timeScript('export', args, inFloors),
    printFloor,
  ])
  const compare = { unit: 's', floor } as const
  const sizes = (await readFolder(out)).filter(({ name }) => /^[^/]+\.pdf$/.test(name))
  const plainSize = (await stat(plain)).size / 1000
  return [
    { ...compare, name: 'PDF, both languages: whole process', values: pdfs, target: '≤ 1.3 × floor' },
    { ...compare, name: "… in the floor's browser", values: slowPdfs },
    { ...compare, name: 'All formats, both languages: whole process', values: all, target: '≤ 4 × floor' },
    { ...compare, name: "… in the floor's browser", values: slowAll },
    ...sizes.map(
      ({ name, bytes }): Figure => ({
        name: `PDF: size of ${name}`,
        unit: 'KB',
        values: [bytes.length / 1000],
        floor: [plainSize],
      }),
    ),
  ]
}

/**
 * Returns a function that prints as many plain pages to `plain.pdf`, with the flags of the export's browser
 * and, as there, with a new profile.
 */
export async function preparePrint(
  program: string,
  folder: string,
  pages: number,
): Promise<() => Promise<number>> {
  const page = path.join(folder, 'plain.html')
  await writeFile(page, renderPlain(pages))
  let profiles = 0
  return () => {
    const userDataDir = path.join(folder, `profile-${++profiles}`)
    // Without the last argument, the URL of the blank page.
    const flags = puppeteer
      .defaultArgs({ ...launchOptions(program), userDataDir })
      .filter((flag) => flag.startsWith('--'))
    const print = [
      '--no-pdf-header-footer',
      `--print-to-pdf=${path.join(folder, 'plain.pdf')}`,
      pathToFileURL(page).href,
    ]
    return timeProcess(program, [...flags, ...print])
  }
}
