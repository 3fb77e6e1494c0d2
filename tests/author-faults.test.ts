import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { copyProject, importFrom, runScript } from './copy-project.ts'
import { IDS } from './talk.ts'

const SLIDE = `slides/sample/${IDS[1]}.ts`

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

/** What a command would say of the talk as it is written now. */
async function describeTalk(): Promise<string> {
  const cli: typeof import('../src/cli/describe-failure.ts') = await load('src/cli/describe-failure.ts')
  const talks: typeof import('../scripts/load-talk.ts') = await load('scripts/load-talk.ts')
  const loading = talks.findTalk().load()
  return cli.describeFailure(await loading.catch((error: unknown) => error))
}

const load = (file: string) => importFrom(folder, file)

const withoutNotes = (slide: string) => slide.replace(/\n {2}notes: \{.*?\n {2}\},/s, '')

// Every command that loads slides, but `dev`, which has a test of its own.
it.each(['build', 'build-single', 'proof', 'start', 'export', 'pdf'])(
  '%s says a fault in one line',
  async (command) => {
    await change(SLIDE, withoutNotes)
    const before = command === 'start' ? 'Building the stage …\n' : ''
    const line = `${before}${SLIDE}:4:28: the notes are missing; write notes: { lt: md\`…\`, en: md\`…\` }, or md\`\` for none.\n`
    expect(await run(command)).toEqual({ code: 1, said: line })
  },
)

it('a slide that cannot be compiled is a line, too', async () => {
  await change(SLIDE, (slide) => slide.replace('layout:', ',layout:'))
  const line = `${SLIDE}:5:3: there is a comma too many; delete it.\n`
  expect(await run('pdf')).toEqual({ code: 1, said: line })
})

it.each([
  [
    'a title that is empty',
    SLIDE,
    (slide: string) => slide.replace(/en: '.*?'/, "en: ''"),
    ': title (en) is empty; write it, or delete a field that may be left out.',
  ],
  [
    'a word without quotation marks',
    SLIDE,
    (slide: string) => slide.replace(/lt: '.*?'/, 'lt: Pavadinimas'),
    ":6:16: `Pavadinimas` is no text and not imported; write 'Pavadinimas' if it is a text, else import it at the top.",
  ],
  [
    'a file that is not there',
    SLIDE,
    (slide: string) => `import './nera.ts'\n${slide}`,
    ':1:8: there is no file ./nera.ts; correct its name, write the file, or delete the lines that name it.',
  ],
  [
    'an address without its beginning',
    'slides/sample/nauda-planas.ts',
    (slide: string) => slide.replace('https://', ''),
    ":25:15: an address begins with https://; write 'https://…'.",
  ],
  [
    'a slide that is imported nowhere',
    'slides/sample/deck.ts',
    (deck: string) => deck.replace("import sodai from './sodai.ts'\n", ''),
    ":27:5: the slide `sodai` is not imported; write at the top: import sodai from './sodai.ts'.",
  ],
])('so is %s', async (_fault, file, edit, line) => {
  await change(file, edit)
  expect(await describeTalk()).toBe(file + line)
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
    [
      'import {',
      "import antra-dalis from './antra-dalis.ts'\nimport {",
      '1:13: an import has no hyphen in its name; write it as one word, such as secondPart.',
    ],
    [/md`Draugija .*?`/, "md'Draugija'", '13:11: Markdown stands between backticks; write it as md`…`.'],
    [/md`Draugija .*?`/, 'md‘Draugija’', '13:11: Markdown stands between backticks; write it as md`…`.'],
    ['minutes: 1.5', 'minutes: [9, 12 15]', '23:19: a comma is missing before this; write it.'],
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
    const cli: typeof import('../src/cli/check-types.ts') = await load('src/cli/check-types.ts')
    const lines = (await cli.checkTypes())?.replace(/^slides\/sample\/new-\d+\.ts:/gm, '').split('\n')
    expect(lines).toEqual(MEANINGS[kind].map(([, , line]) => line))
  },
)

it('a misspelt field without which the slide can be shown stops the build', async () => {
  await change(SLIDE, (slide) => slide.replace('subtitle:', 'subtitel:'))
  expect(await run('build')).toEqual({
    code: 1,
    said: `${SLIDE}:7:3: there is no field \`subtitel\`; did you mean \`subtitle\`?\n`,
  })
})

it('a programmer’s error keeps its trace', async () => {
  await change('src/markup/typeset.ts', (source) =>
    source.replace(/(export function typeset\(.*\n)/, "$1  if (text !== '') throw new TypeError('broken')\n"),
  )
  for (const command of ['build', 'pdf'])
    expect(await run(command)).toEqual({ code: 1, said: expect.stringMatching(/TypeError: broken\n +at /) })
})
