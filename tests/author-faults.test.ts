import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { copyProject, ROOT, runScript } from './copy-project.ts'
import { IDS } from './talk.ts'

const SLIDE = `slides/sample/${IDS[1]}.ts`

/** What an author may write, and the one line that says so. */
const FAULTS = {
  'a title that is empty': {
    edit: (slide: string) => slide.replace(/en: '.*?'/, "en: ''"),
    line: `${SLIDE}: title (en) is empty; write it or leave the field out.`,
  },
  'a comma too many': {
    edit: (slide: string) => slide.replace('layout:', ',layout:'),
    line: `${SLIDE}:5:2: Expected identifier but found ","; correct it there.`,
  },
  'a word without quotation marks': {
    edit: (slide: string) => slide.replace(/lt: '.*?'/, 'lt: Pavadinimas'),
    line: `${SLIDE}:6:16: Pavadinimas is not defined; correct it there.`,
  },
  'a file that is not there': {
    edit: (slide: string) => `import './nera.ts'\n${slide}`,
    line: `${SLIDE}: Cannot find module 'slides/sample/nera.ts' imported from ${SLIDE}; correct it there.`,
  },
  'a field that is missing': {
    edit: (slide: string) => slide.replace(/\n {2}notes: \{.*?\n {2}\},/s, ''),
    line: `${SLIDE}:4:28: Property 'notes' is missing in it but required in type 'StatementSlide'; correct it there.`,
  },
} as const
type Fault = keyof typeof FAULTS

let folder = ''
beforeAll(async () => {
  folder = copyProject()
  await cp(path.join(ROOT, 'tsconfig.shared.json'), path.join(folder, 'tsconfig.shared.json'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let mend = async () => {}
afterEach(() => mend())

/** Changes a file of the copy until the test has ended; fails where there is nothing to change. */
async function change(name: string, edit: (source: string) => string): Promise<void> {
  const file = path.join(folder, name)
  const source = await readFile(file, 'utf8')
  expect(edit(source)).not.toBe(source)
  await writeFile(file, edit(source))
  mend = () => writeFile(file, source)
}

const run = (command: string) =>
  runScript([command], folder).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stripVTControlCharacters(stdout + stderr) }),
  )

// Together: every command that loads slides, but `dev`, which has a test of its own, and every kind of fault.
it.each<[command: string, Fault]>([
  ['build', 'a comma too many'],
  ['build-single', 'a field that is missing'],
  ['proof', 'a word without quotation marks'],
  ['start', 'a file that is not there'],
  ['export', 'a title that is empty'],
  ['pdf', 'a comma too many'],
  ['pdf', 'a word without quotation marks'],
])('%s says that line and nothing else: %s', async (command, fault) => {
  const { edit, line } = FAULTS[fault]
  await change(SLIDE, edit)
  const before = command === 'start' ? 'Building the stage …\n' : ''
  expect(await run(command)).toEqual({ code: 1, said: `${before}${line}\n` })
})

it.each(['build', 'pdf'])('a programmer’s error keeps its trace: %s', async (command) => {
  await change('src/markup/typeset.ts', (source) =>
    source.replace(/(export function typeset\(.*\n)/, "$1  if (text !== '') throw new TypeError('broken')\n"),
  )
  const { code, said } = await run(command)
  expect(code).toBe(1)
  expect(said).toMatch(/TypeError: broken\n +at /)
})
