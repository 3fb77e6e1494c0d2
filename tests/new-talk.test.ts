import { execFile } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Deck } from '../src/deck/deck.ts'
import { LANGUAGES } from '../src/deck/language.ts'
import { checkTalk } from '../src/site/check-talk.ts'
import { PHONE, startBrowser, WIDE } from './browser.ts'
import { copyProject, importFrom, ROOT, runScript } from './copy-project.ts'
import { composeProof, proofTalk } from './proof-talk.ts'

const NAME = 'spring-2027'
/** Made when the other talk is there. */
const LATER = 'autumn-2027'
const run = promisify(execFile)

let project: string
let said: string
beforeAll(async () => {
  project = copyProject()
  for (const part of ['biome.json', 'biome.rooms.json', 'tsconfig.shared.json'])
    cpSync(path.join(ROOT, part), path.join(project, part))
  said = (await runScript(['new', NAME], project)).stdout
  await runScript(['new', LATER], project)
})
afterAll(() => rmSync(project, { recursive: true }))

const at = (...parts: string[]) => path.join(project, ...parts)
const listTalk = (talk: string) => readdirSync(at('slides', talk)).filter((name) => name.endsWith('.ts'))
const command = (name: string) => realpathSync(path.join(ROOT, 'node_modules/.bin', name))
const fillIn = () => {
  for (const file of [NAME, LATER].flatMap((talk) => listTalk(talk).map((name) => at('slides', talk, name))))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO: ', ''))
}
/** The message of a command that fails. */
const refuse = (...args: string[]) =>
  runScript(args, project).then(
    () => 'it did not fail',
    (error: { stderr: string }) => error.stderr,
  )

it('says what to do next', () => {
  expect(said).toContain(`npm run dev -- --talk ${NAME}`)
  expect(said).toContain(`npm run proof -- --talk ${NAME}`)
  expect(said).toContain(`Search slides/${NAME} for "TODO:"`)
})

it('is in the list, after the first talk', () => {
  expect(readFileSync(at('slides/index.ts'), 'utf8')).toContain(
    `TALKS = ['sample', '${LATER}', '${NAME}'] as const`,
  )
})

it('has no slide’s id in common with another talk', () => {
  const later = listTalk(LATER)
  expect(later).toHaveLength(listTalk(NAME).length)
  expect(
    listTalk(NAME)
      .filter((file) => later.includes(file))
      .toSorted(),
  ).toEqual(['deck.ts', 'facts.ts'])
})

it('passes types, linter and formatter as it comes', async () => {
  await run(process.execPath, [command('tsc'), '-p', 'tsconfig.shared.json'], { cwd: project })
  await run(process.execPath, [command('biome'), 'check', 'slides'], { cwd: project })
})

it('is sound as it comes, on a wide screen, on a phone and printed', async () => {
  const { default: deck }: { default: Deck } = await importFrom(project, `slides/${NAME}/deck.ts`)
  const looked = await composeProof(await checkTalk(path.relative(ROOT, at('slides', NAME)), deck))
  const browser = await startBrowser()
  const options = { languages: LANGUAGES, screens: [WIDE, PHONE], print: true }
  expect(await proofTalk(browser, looked, options)).toEqual({ fault: [], warning: [] })
  await browser.close()
})

it('has the brand, the association and the network of the first talk', () => {
  const deck = readFileSync(at('slides', NAME, 'deck.ts'), 'utf8')
  expect(deck).toContain("brand: 'SodaiLT'")
  expect(deck).toContain("lt: 'Draugija Miesto sodų tinklas'")
  expect(deck).toContain('network: { clusters: 12, companies: 150 }')
})

it('refuses a bad name, a talk that is there, and no name, with the remedy', async () => {
  expect(await refuse('new', 'Pavasaris')).toContain('use small letters a–z, digits and single hyphens')
  expect(await refuse('new', NAME)).toContain(`slides/${NAME} is there already; take another name`)
  expect(await refuse('new')).toContain('npm run new -- spring-2027')
  expect(readdirSync(at('slides')).toSorted()).toEqual(['index.ts', 'sample', NAME, LATER].toSorted())
})

it('is not published before it is filled in, and does not keep the others from it', async () => {
  expect(await refuse('build', '--talk', NAME, '--out', 'alone')).toContain(
    `slides/${NAME} cannot be published before the last "TODO:" in it is filled in.`,
  )
  const { stderr } = await runScript(['build', '--out', 'unfinished'], project)
  expect(stderr).toMatch(/slides\/spring-2027\/deck\.ts: title \(lt\) is to fill in, and so are \d+ more/)
  expect(stderr).toContain(`slides/${NAME} is left out of the site`)
  expect(existsSync(at('unfinished/index.html'))).toBe(true)
  expect(existsSync(at('unfinished', NAME))).toBe(false)
})

it('is published when it is filled in, without a warning', async () => {
  fillIn()
  const { stderr } = await runScript(['build', '--out', 'finished'], project)
  expect(stderr).toBe('')
  const page = readFileSync(at('finished', NAME, 'index.html'), 'utf8')
  expect(page).toContain('pranešimo pavadinimas – SodaiLT</title>')
  expect(readFileSync(at('finished/talks/index.html'), 'utf8')).toContain(`href="../${NAME}/"`)
})
