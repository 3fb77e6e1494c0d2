import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from './browser.ts'
import { copyProject, ROOT } from './copy-project.ts'
import { IDS } from './talk.ts'

const visit = useBrowser()
const SLIDE = `slides/sample/${IDS[1]}.ts`

/** What an author may write, and the one line that says so. */
const FAULTS = [
  {
    byAll: true,
    what: 'a title that is empty',
    edit: (slide: string) => slide.replace(/en: '.*?'/, "en: ''"),
    line: `${SLIDE}: title (en) is empty; write it or leave the field out.`,
  },
  {
    byAll: true,
    what: 'a comma too many',
    edit: (slide: string) => slide.replace('layout:', ',layout:'),
    line: `${SLIDE}:5:2: Expected identifier but found ","; correct it there.`,
  },
  {
    byAll: false,
    what: 'a word without quotation marks',
    edit: (slide: string) => slide.replace(/lt: '.*?'/, 'lt: Pavadinimas'),
    line: `${SLIDE}:6:16: Pavadinimas is not defined; correct it there.`,
  },
  {
    byAll: false,
    what: 'a file that is not there',
    edit: (slide: string) => `import './nera.ts'\n${slide}`,
    line: `${SLIDE}: Cannot find module 'slides/sample/nera.ts' imported from ${SLIDE}; correct it there.`,
  },
  {
    byAll: false,
    what: 'a field that is missing',
    edit: (slide: string) => slide.replace(/\n {2}notes: \{.*?\n {2}\},/s, ''),
    line: `${SLIDE}:4:28: Property 'notes' is missing in it but required in type 'StatementSlide'; correct it there.`,
  },
] as const

/** The commands that need the slides, as `package.json` has them but npm itself. */
const COMMANDS = [
  { name: 'build', args: ['--import', 'tsx/esm', 'scripts/build.ts'] },
  { name: 'build:single', args: ['--import', 'tsx/esm', 'scripts/build-single.ts'] },
  { name: 'export', args: ['scripts/run.js', 'export'] },
  { name: 'pdf', args: ['scripts/run.js', 'pdf'] },
  { name: 'proof', args: ['--import', 'tsx', 'scripts/proof.ts'] },
  { name: 'start', args: ['--import', 'tsx/esm', 'scripts/start.ts', '--port', '0'] },
] as const

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

function run(args: readonly string[]): Promise<{ code: unknown; said: string }> {
  const { NODE_ENV: _own, ...env } = process.env
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stripVTControlCharacters(stdout + stderr) }),
    )
  })
}

/** The commands that are tried with every fault: the others read slides in the same way. */
const FEW = new Set<string>(['build', 'pdf'])

describe.each(FAULTS)('of $what the author sees one line', ({ edit, line, byAll }) => {
  it.each(COMMANDS.filter(({ name }) => byAll || FEW.has(name)))(
    'and nothing else: $name',
    async ({ name, args }) => {
      await change(SLIDE, edit)
      const before = name === 'start' ? 'Building the stage …\n' : ''
      expect(await run(args)).toEqual({ code: 1, said: `${before}${line}\n` })
    },
  )

  it.runIf(byAll)('and nothing else: dev, in the terminal and over the page', async () => {
    await change(SLIDE, edit)
    const env = { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' }
    const server = spawn(process.execPath, ['--import', 'tsx/esm', 'scripts/dev.ts', '--port', '0'], {
      cwd: folder,
      env,
    })
    // From the start: it may have exited before anybody waits for it.
    const exited = once(server, 'exit')
    try {
      let said = ''
      server.stdout.on('data', (chunk: Buffer) => (said += chunk))
      server.stderr.on('data', (chunk: Buffer) => (said += chunk))
      const find = (pattern: RegExp) => pattern.exec(stripVTControlCharacters(said))?.[1]
      await expect.poll(() => find(/Local:\s+(http:\S+)/), { timeout: 30_000 }).toBeDefined()
      const { page } = await visit()
      await page.goto(find(/Local:\s+(http:\S+)/) ?? '')
      const shown = () =>
        page.evaluate(() => {
          const overlay = document.querySelector('vite-error-overlay')?.shadowRoot
          const read = (part: string) => overlay?.querySelector(part)?.textContent?.trim()
          return { message: read('.message-body'), frame: read('.frame'), stack: read('.stack') }
        })
      await expect.poll(shown, { timeout: 30_000 }).toMatchObject({ message: line, stack: '' })
      await expect.poll(() => find(/\[vite\] (slides.*)/), { timeout: 30_000 }).toBe(line)
      expect(said).not.toMatch(/^ +at /m)
    } finally {
      server.kill()
      await exited
    }
  })
})

it.each(COMMANDS.slice(0, 4))('a programmer’s error keeps its trace: $name', async ({ args }) => {
  await change('src/markup/typeset.ts', (source) =>
    source.replace(/(export function typeset\(.*\n)/, "$1  if (text !== '') throw new TypeError('broken')\n"),
  )
  const { code, said } = await run(args)
  expect(code).toBe(1)
  expect(said).toMatch(/TypeError: broken\n +at /)
})
