import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTalkCommand } from '../scripts/load-talk.ts'
import { addExport } from '../src/files/export-command.ts'

const ROOT = path.join(import.meta.dirname, '..')
const FOLDER = path.join(ROOT, '.github', 'workflows')
const workflows = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')] as const,
)

/** The workflows that may write, and what they may write; all others only read. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'pages.yml': ['pages', 'id-token'],
  'release.yml': ['contents'],
}

describe.each(workflows)('the workflow %s', (name, text) => {
  test('may write no more than it must', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m)
    expect([...text.matchAll(/^ +([\w-]+): write$/gm)].map(([, what]) => what)).toEqual(WRITES[name] ?? [])
  })

  test('runs no outsider’s code with the project’s secrets, and no typed text as a command', () => {
    expect(text).not.toMatch(/pull_request_target|secrets\./)
    for (const [command] of text.matchAll(/run: .*(?:\n {10,}.*)*/g)) expect(command).not.toContain('${{')
  })
})

test('the form on GitHub offers exactly what the export takes', () => {
  const files = readFileSync(path.join(FOLDER, 'files.yml'), 'utf8')
  const offered = [...files.matchAll(/default: "?([a-z,]+)"?$/gm)]
    .map(([, value]) => value ?? '')
    .filter((value) => value.includes(','))
  expect(new Set(offered).size).toBe(2)
  const [lang = '', format = ''] = offered
  const parse = (args: string[]) =>
    addExport(createTalkCommand('', ''))
      .action(() => {})
      .parse(args, { from: 'user' })
      .opts()
  const { talk: _, ...usual } = parse([])
  expect(parse(['--lang', lang, '--format', format])).toMatchObject(usual)
})
