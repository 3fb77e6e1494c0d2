import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../root.ts'
import type { Figure } from './figures.ts'
import { interleave } from './stats.ts'
import { timeProcess, timeScript } from './whole-process.ts'

const VITE = path.join(ROOT, 'node_modules/vite/bin/vite.js')

export interface MeasureOptions {
  readonly runs: number
  /** The arguments that choose the talk: `--talk NAME`. */
  readonly talk: readonly string[]
  /** A folder for results; the caller deletes it. */
  readonly folder: string
}

/** The whole build, compared with Vite building a page of one line without a configuration. */
export async function measureBuild({ runs, folder, talk }: MeasureOptions): Promise<Figure[]> {
  const buildFloor = await prepareBuild(folder)
  const [values = [], floor = []] = await interleave(runs, [
    () => timeScript('build', ['--out', path.join(folder, 'dist'), ...talk]),
    buildFloor,
  ])
  return [{ name: 'Build: whole process', unit: 's', values, floor, target: '< 2 s' }]
}

/** Returns a function that lets Vite build the page of one line. */
export async function prepareBuild(folder: string): Promise<() => Promise<number>> {
  const empty = path.join(folder, 'empty')
  await mkdir(empty, { recursive: true })
  await writeFile(path.join(empty, 'index.html'), '<!doctype html><title>Floor</title><p>One line')
  return () => timeProcess(process.execPath, [VITE, 'build', empty])
}
