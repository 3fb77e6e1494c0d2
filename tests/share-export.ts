import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { inject, vi } from 'vitest'
import { writeWhole } from '../src/disk/write-whole.ts'
import { type Run, runExport } from './export-process.ts'

/** A fixed date for the test files, whatever is committed while the tests run. */
export const SOURCE_DATE_EPOCH = '1700000000'

/**
 * A folder with every file of the sample talk in both languages, to read only, and what the command said. The
 * first test file that calls this exports them for all. Throws the export's output when it fails.
 */
export async function shareExport(): Promise<{ folder: string; run: Run }> {
  const folder = path.join(inject('project'), 'shared-export')
  const ended = `${folder}.json`
  // Only one of several processes succeeds in making the folder.
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    const run = await runExport({ args: ['--out', folder], env: { SOURCE_DATE_EPOCH, SITE_URL: '' } })
    writeWhole(ended, Buffer.from(JSON.stringify(run)))
  }
  const read = () => readFile(ended, 'utf8').catch(() => undefined)
  const run: Run = JSON.parse(await vi.waitUntil(read, { timeout: 200_000 }))
  if (run.code !== 0) throw new Error(run.stderr)
  return { folder, run }
}
