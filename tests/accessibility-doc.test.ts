import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOURS, nameScreen, SCREENS } from '../src/proof/screens.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const doc = read('docs/accessibility.md')

/** What a cell of the table names: a test file, and the beginnings of titles in it. */
const claims = [...doc.matchAll(/`((?:tests|src)\/[\w./-]+\.test\.ts)`((?:[^`|;]|“%s”)*)/g)].map(
  ([, file, rest]) => ({
    file: file ?? '',
    titles: [...(rest ?? '').matchAll(/"([^"]+)"/g)].map(([, title]) => title?.replace(/\s+/g, ' ') ?? ''),
  }),
)

describe('docs/accessibility.md', () => {
  it('names many tests', () => {
    expect(claims.flatMap(({ titles }) => titles).length).toBeGreaterThan(30)
  })

  it.each(claims)('names what is there: $file $titles', ({ file, titles }) => {
    const source = read(file)
    for (const title of titles) expect(source).toContain(title)
  })

  it('names screens that the proof knows', () => {
    const known = [...SCREENS, ...COLOURS].map(nameScreen)
    const named = [...doc.matchAll(/\b\d+x\d+(?:-[\w-]+)?/g)].map(([name]) => name)
    expect(named.length).toBeGreaterThan(5)
    for (const name of named) expect(known).toContain(name)
  })
})
