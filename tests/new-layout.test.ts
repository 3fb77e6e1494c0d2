import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MANIFEST } from '../src/stage/manifest.ts'
import { PHONE, useBrowser, WIDE } from './browser.ts'
import { copyProject, editFile, runScript } from './copy-project.ts'
import { readPdf } from './read-pdf.ts'

/** What somebody writes who adds a layout: its module and its style. */
const MODULE = `import type { SlideBase } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import { renderTitle, type SlideContext, say, step } from '../context.ts'
import { type Html, html } from '../../markup/html.ts'
import type { Layout } from '../layout.ts'

/** Two words, large, one after the other. */
export interface PairSlide extends SlideBase {
  readonly layout: 'pair'
  readonly words: readonly [Localized, Localized]
}

export const pair: Layout<PairSlide> = { ground: 'ink', render: renderPair }

function renderPair({ title, words: [first, second] }: PairSlide, context: SlideContext): Html {
  return html\`\${renderTitle(context, title)}
    <p class="first">\${say(context, first)}</p>
    <p \${step(0, 'second')}>\${say(context, second)}</p>\`
}
`
const STYLE = `@layer layouts {
  [data-layout="pair"] {
    & .first,
    & .second {
      margin-block-start: calc(4 * var(--u));
      font: 700 calc(6 * var(--u)) / 1.1 var(--display);
    }
    & .second {
      color: var(--clusters);
    }
  }
}
`
/** What an author writes who uses it. */
const SLIDE = `import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'pair',
  title: { lt: 'Pora žodžių', en: 'A pair of words' },
  words: [
    { lt: 'Pirmiausia', en: 'At first' },
    { lt: 'Galiausiai', en: 'In the end' },
  ],
  minutes: 1,
  notes: { lt: md\`Abu žodžiai.\`, en: md\`Both words.\` },
})
`
/** Builds what screens show: the stage's pages, of which the site's are a part, and the one-file edition. */
const BUILD = `import { writeFileSync } from 'node:fs'
import { findTalk } from './scripts/load-talk.ts'
import { buildSingle } from './src/site/build-single.ts'
import { buildStage } from './src/stage/build.ts'
const talk = await findTalk().load()
await buildStage({ talk, folder: 'built', room: 'main', speaker: true, fingerprint: '' })
for (const { name, bytes } of await buildSingle(talk)) writeFileSync('built/' + name, bytes)
`
const WORDS = ['A pair of words', 'At first', 'In the end']

const visit = useBrowser()
let project = ''

/** Changes a file of the project. */
const edit = (file: string, from: string, to: string) => editFile(path.join(project, file), from, to)

const built = (name: string) => readFileSync(path.join(project, 'built', name), 'utf8')

beforeAll(async () => {
  project = copyProject()
  const layout = path.join(project, 'src/layouts/pair')
  mkdirSync(layout)
  writeFileSync(path.join(layout, 'pair.ts'), MODULE)
  writeFileSync(path.join(layout, 'style.css'), STYLE)
  // The registry's line, with its import.
  edit(
    'src/layouts/index.ts',
    'import { plates }',
    "import { pair } from './pair/pair.ts'\nimport { plates }",
  )
  edit('src/layouts/index.ts', 'export const LAYOUTS = {', 'export const LAYOUTS = {\n  pair,')
  writeFileSync(path.join(project, 'slides/sample/pora.ts'), SLIDE)
  const deck = 'slides/sample/deck.ts'
  edit(deck, 'import pradzia from', "import pora from './pora.ts'\nimport pradzia from")
  edit(deck, '    pabaiga,\n', '    pora,\n    pabaiga,\n')
  edit(deck, 'minutes: 15', 'minutes: 16')
  const build = ['--import', 'tsx/esm', '--input-type=module', '--eval', BUILD]
  const env = { ...process.env, NODE_ENV: 'production' }
  await Promise.all([
    promisify(execFile)(process.execPath, build, { cwd: project, env }),
    runScript(['export', '--lang', 'en', '--slides', 'pora'], project),
  ])
})
afterAll(() => rmSync(project, { recursive: true }))

test.each([
  ['a wide screen', WIDE],
  ['a phone', PHONE],
])('a new layout is on the page on %s, in its own style', async (_screen, viewport) => {
  const { page } = await visit({ viewport, scripts: false })
  const markup = built('en/index.html')
  await page.setContent(markup)
  const shown = await page.$eval('#pora', (slide) => ({
    words: (slide as HTMLElement).innerText.replace(/\s+/g, ' '),
    colours: [...slide.querySelectorAll('.first, .second')].map((word) => getComputedStyle(word).color),
    weight: getComputedStyle(slide.querySelector('.first') ?? slide).fontWeight,
  }))
  for (const word of WORDS) expect(shown.words).toContain(word)
  expect(new Set(shown.colours).size).toBe(2)
  expect(shown.weight).toBe('700')
})

test('it is in every file that is handed on', async () => {
  const out = (name: string) => readFileSync(path.join(project, 'out', name))
  const texts: string[] = [
    out('Garden-City-Day.txt').toString(),
    Object.values(unzipSync(out('Garden-City-Day.pptx')))
      .map((part) => strFromU8(part))
      .join(' '),
    built('Garden-City-Day.html'),
  ]
  for (const name of ['Garden-City-Day.pdf', 'Garden-City-Day-handout.pdf']) {
    texts.push((await readPdf(out(name))).map(({ text }) => text).join(' '))
  }
  for (const text of texts) for (const word of WORDS) expect(text.replace(/\s+/g, ' ')).toContain(word)
  expect(out('Garden-City-Day/09-pora.png').length).toBeGreaterThan(10_000)
})

test('it is in the console, with its step and its notes', () => {
  const { outline } = JSON.parse(built(MANIFEST))
  expect(outline).toContainEqual({ id: 'pora', steps: 1 })
  const console = built('en/presenter.html')
  for (const word of WORDS) expect(console).toContain(word)
  expect(console).toContain('[data-layout=pair]')
  expect(built('en/presenter/notes.json')).toContain('Both words.')
})

test('the proof looks at it', async () => {
  edit('src/layouts/pair/style.css', 'calc(6 * var(--u))', 'calc(60 * var(--u))')
  const proof = runScript(['proof', '--lang', 'en', '--slides', 'pora', '--viewport', '1280x720'], project)
  const stdout = expect.stringMatching(
    /^en pora 1280x720 [\s\S]*^\d+ faults, \d+ warnings; 3 contact sheets in out/m,
  )
  await expect(proof).rejects.toMatchObject({ code: 1, stdout })
})
