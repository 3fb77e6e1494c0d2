import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { copyProject, runScript } from './copy-project.ts'
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
    line: `${SLIDE}:5:3: there is a comma too many; delete it.`,
  },
  'a word without quotation marks': {
    edit: (slide: string) => slide.replace(/lt: '.*?'/, 'lt: Pavadinimas'),
    line: `${SLIDE}:6:16: \`Pavadinimas\` is no text and not imported; write 'Pavadinimas' if it is a text, else import it at the top.`,
  },
  'a file that is not there': {
    edit: (slide: string) => `import './nera.ts'\n${slide}`,
    line: `${SLIDE}:1:8: there is no file ./nera.ts; correct its name, or write the file.`,
  },
  'a field that is missing': {
    edit: (slide: string) => slide.replace(/\n {2}notes: \{.*?\n {2}\},/s, ''),
    line: `${SLIDE}:4:28: the field \`notes\` is missing; write it.`,
  },
} as const
type Fault = keyof typeof FAULTS

let folder = ''
beforeAll(() => {
  folder = copyProject()
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

/** What an author may write into a slide of its own each, and what the compiler's finding means. */
const MEANINGS: Record<
  'syntax' | 'types',
  readonly (readonly [from: string | RegExp, to: string, line: string])[]
> = {
  syntax: [
    [
      "'The society'",
      "'It's ours'",
      '6:36: an apostrophe ends a text in \'…\'; write it as ’, or put the text into "…".',
    ],
    [
      "'The society'",
      "'Our members' day'",
      '6:46: an apostrophe ends a text in \'…\'; write it as ’, or put the text into "…".',
    ],
    [
      "'Draugija',",
      "'Draugija,",
      '6:32: the text before this is not closed; end it with the quotation mark that it begins with.',
    ],
    [
      'mieste`',
      'mieste',
      '14:12: the text before this is not closed; end it with the quotation mark that it begins with.',
    ],
    ["'Draugija'", '„Draugija“', "6:16: a text begins and ends with straight marks: write '…'."],
    ["'statement',", "'statement'", '6:3: a comma is missing at the end of the line above; write it there.'],
    ["'Draugija',", "'Draugija'", '6:27: a comma is missing before this; write it.'],
    ['minutes: 1.5', 'minutes: 1,5', '23:15: decimals take a point, not a comma: write 1.5.'],
    [
      "'The society' }",
      "'The society'",
      '30:2: a bracket is missing or one too many, here or above; each { needs its }, each [ its ] and each ( its ).',
    ],
    [
      'minutes:',
      'long-minutes:',
      "23:7: a name with a hyphen needs quotation marks: 'second-part': secondPart.",
    ],
  ],
  types: [
    ["layout: 'statement'", "layout: 'statment'", '5:3: there is no "statment"; did you mean "statement"?'],
    ["  layout: 'statement',\n", '', "4:28: the slide has no `layout`; write one, such as layout: 'list'."],
    ['subtitle:', 'subtitel:', '7:3: there is no field `subtitel`; did you mean `subtitle`?'],
    [
      'subtitle:',
      'below:',
      '7:3: there is no field `below` here; correct its name or delete it (the editor lists the fields).',
    ],
    [
      ", en: 'The society'",
      '',
      '6:3: the English text is missing; write it as `en`, after the Lithuanian one.',
    ],
    [
      / {4}lt: md`Žingsnis.*?`,\n/s,
      '',
      '24:3: the Lithuanian text is missing; write it as `lt`, before the English one.',
    ],
    ['lt: md`Draugija', 'lt: `Draugija', '13:5: this text is Markdown; write it as md`…`.'],
    ["'The society'", 'md`The society`', "6:28: this text is plain; write it as '…', without md."],
    ['minutes: 1.5', "minutes: '1.5'", '23:3: this is a number; write it without quotation marks.'],
    [
      'defineSlide, md',
      'defineSlide',
      "13:9: `md` is not imported; add it at the top: import { …, md } from '#deck'.",
    ],
    ['value: gardens', 'value: garden', '9:14: nothing is called `garden` here; did you mean `gardens`?'],
    ['beds, gardens }', 'beds, garden }', '2:16: ./facts.ts has no `garden`; correct the name.'],
    ["kind: 'network'", "kind: 'cloud'", '17:5: there is no "cloud"; take one of "network" | "ring".'],
  ],
}
it.each(['syntax', 'types'] as const)(
  'an error of %s is said in the author’s words, a line a slide',
  async (kind) => {
    const slide = await readFile(path.join(folder, SLIDE), 'utf8')
    const files = MEANINGS[kind].map((_, index) =>
      path.join(folder, `slides/sample/new-${String(index).padStart(2, '0')}.ts`),
    )
    mend = async () => {
      for (const file of files) await rm(file, { force: true })
    }
    for (const [index, file] of files.entries()) {
      const [from = '', to = ''] = MEANINGS[kind][index] ?? []
      expect(slide.replace(from, to)).not.toBe(slide)
      await writeFile(file, slide.replace(from, to))
    }
    const { said } = await run('build')
    const lines = said
      .trim()
      .split('\n')
      .map((line) => line.replace(/^slides\/sample\/new-\d+\.ts:/, ''))
    expect(lines).toEqual(MEANINGS[kind].map(([, , line]) => line))
  },
)

it('a slide that is imported nowhere, and a misspelt field without which it can be shown, stop the build', async () => {
  await change('slides/sample/deck.ts', (deck) => deck.replace("import sodai from './sodai.ts'\n", ''))
  expect(await run('build')).toEqual({
    code: 1,
    said: "slides/sample/deck.ts:27:5: the slide `sodai` is not imported; write at the top: import sodai from './sodai.ts'.\n",
  })
  await mend()
  await change(SLIDE, (slide) => slide.replace('subtitle:', 'subtitel:'))
  expect(await run('build')).toEqual({
    code: 1,
    said: `${SLIDE}:7:3: there is no field \`subtitel\`; did you mean \`subtitle\`?\n`,
  })
})

it.each(['build', 'pdf'])('a programmer’s error keeps its trace: %s', async (command) => {
  await change('src/markup/typeset.ts', (source) =>
    source.replace(/(export function typeset\(.*\n)/, "$1  if (text !== '') throw new TypeError('broken')\n"),
  )
  const { code, said } = await run(command)
  expect(code).toBe(1)
  expect(said).toMatch(/TypeError: broken\n +at /)
})
