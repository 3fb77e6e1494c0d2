import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const CASES = path.join(ROOT, 'tests', 'slide-types.ts')

/** The compiler's errors in a file, with the project's settings; empty when there are none. */
async function compile(file: string): Promise<string> {
  const folder = await mkdtemp(path.join(ROOT, 'node_modules', '.types-'))
  const settings = path.join(folder, 'tsconfig.json')
  const extended = path.join(ROOT, 'tsconfig.base.json')
  await writeFile(
    settings,
    JSON.stringify({ extends: extended, compilerOptions: { types: [] }, files: [file] }),
  )
  try {
    return await new Promise((resolve) => {
      const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
      execFile(process.execPath, [tsc, '-p', settings, '--pretty', 'false'], (_error, stdout) =>
        resolve(stdout),
      )
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('the language of slides', () => {
  it('rejects every slide that is marked as wrong, and no other', async () => {
    expect(await compile(CASES)).toBe('')
  })

  it('reports a slide that is marked as wrong but compiles', async () => {
    const cases = await readFile(CASES, 'utf8')
    const folder = await mkdtemp(path.join(ROOT, 'node_modules', '.cases-'))
    const file = path.join(folder, 'cases.ts')
    const moved = cases.replaceAll("'../src/", "'../../src/")
    await writeFile(file, moved.replace("layout: 'gallery'", "layout: 'cover'"))
    try {
      expect(await compile(file)).toContain("Unused '@ts-expect-error' directive")
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
