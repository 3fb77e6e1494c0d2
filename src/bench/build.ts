import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../root.ts'
import type { Figure } from './figures.ts'
import { measurePeakMemory } from './peak-memory.ts'
import { interleave } from './stats.ts'
import { type Command, timeProcess } from './whole-process.ts'

const VITE = path.join(ROOT, 'node_modules/vite/bin/vite.js')

export interface MeasureOptions {
  readonly runs: number
  /** The arguments that choose the talk: `--talk NAME`, or none. */
  readonly talk: readonly string[]
  /** A folder for results; the caller deletes it. */
  readonly folder: string
}

/** The command behind `npm run build`, with `outDir` as its target folder. */
export function buildCommand(outDir: string, talk: readonly string[]): Command {
  const args = ['scripts/run.js', 'build', '--out', outDir, ...talk]
  return { program: process.execPath, args }
}

/** The whole build, compared with Vite building a page of one line without a configuration. */
export async function measureBuild({ runs, folder, talk }: MeasureOptions): Promise<Figure[]> {
  const empty = path.join(folder, 'empty')
  await mkdir(empty, { recursive: true })
  await writeFile(path.join(empty, 'index.html'), '<!doctype html><title>Floor</title><p>One line')
  const build = buildCommand(path.join(folder, 'dist'), talk)
  const floor: Command = { program: process.execPath, args: [VITE, 'build', empty] }
  const [values = [], floors = []] = await interleave(runs, [
    () => timeProcess(build),
    () => timeProcess(floor),
  ])
  const [memory, floorMemory] = [await measurePeakMemory(build), await measurePeakMemory(floor)]
  const peak: Figure[] =
    memory === undefined || floorMemory === undefined
      ? []
      : [{ name: 'Build: peak memory', unit: 'MB', values: [memory], floor: [floorMemory] }]
  return [{ name: 'Build: whole process', unit: 's', values, floor: floors, target: '< 2 s' }, ...peak]
}
