import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOn, expectPlace, expectReading, openIn, settle, useBrowser } from './browser.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const visit = useBrowser()

/** A copy of the project that may be edited, and its development server. */
async function startServer(prepare: (folder: string) => Promise<void> = async () => {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-dev-'))
  for (const name of ['slides', 'src', 'assets', 'package.json', 'vite.config.ts']) {
    await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true })
  }
  // Package by package, so that what Vite keeps in node_modules is the copy's own.
  await mkdir(path.join(folder, 'node_modules'))
  for (const name of await readdir(path.join(ROOT, 'node_modules'))) {
    if (name.startsWith('.')) continue
    await symlink(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  await prepare(folder)
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const server = spawn(process.execPath, [vite, '--port', '0', '--host', 'localhost'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
  })
  return { folder, server, url: await readAddress(server) }
}

function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /Local:\s+(http:\S+)/.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('exit', () => reject(new Error(`the server ended: ${output}`)))
  })
}

async function stopServer({ folder, server }: { folder: string; server: ChildProcess }): Promise<void> {
  const ended = new Promise((resolve) => server.on('exit', resolve))
  server.kill()
  await ended
  await rm(folder, { recursive: true })
}

/** Changes a file as an editor does; fails when there is nothing to change. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(file, 'utf8')
  expect(before).toContain(from)
  await writeFile(file, before.replace(from, to))
}

const readOverlay = (page: Page) =>
  page.evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '')

describe('the development server', () => {
  let dev: Awaited<ReturnType<typeof startServer>>
  let page: Page
  const inSources = (name: string) => path.join(dev.folder, name)
  const expectText = (selector: string, text: string) =>
    expect.poll(() => page.$eval(selector, (found) => found.textContent)).toBe(text)
  /** The very page that was opened: an edit never loads it anew. */
  const expectSamePage = async () => expect(await page.evaluate(() => 'opened' in window)).toBe(true)

  beforeAll(async () => {
    dev = await startServer()
    page = (await visit()).page
    await openIn(page, 'presenting', `${dev.url}#asociacija`)
    await page.evaluate(() => Object.assign(window, { opened: true }))
  })
  afterAll(() => stopServer(dev))

  it('presents the deck as the built site does', async () => {
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'asociacija', 1)
  })

  it('shows an edit to a slide at once, at the same slide and step', async () => {
    await edit(inSources('slides/asociacija.ts'), "lt: 'Asociacija'", "lt: 'Mūsų asociacija'")
    await expectText('#asociacija .title', 'Mūsų asociacija')
    await expectPlace(page, 'asociacija', 1)
    await expectSamePage()
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'asociacija', 2)
    await page.keyboard.press('ArrowLeft')
    await expectPlace(page, 'asociacija', 1)
  })

  it('shows an edit to a layout at once, at the same slide and step', async () => {
    await edit(inSources('src/render/layouts/statement.ts'), 'class="subtitle"', 'class="subtitle edited"')
    await expectOn(page, '#asociacija .subtitle.edited')
    await expectPlace(page, 'asociacija', 1)
    await expectSamePage()
  })

  it.each(['src/styles/slide.css', 'src/render/layouts/statement.css'])(
    'shows an edit to a style at once (%s), at the same slide and step',
    async (file) => {
      const colour = `rgb(1, 2, ${file.length})`
      const sheet = await readFile(inSources(file), 'utf8')
      await writeFile(inSources(file), `${sheet}\n[data-layout] .subtitle { color: ${colour}; }\n`)
      await expect
        .poll(() => page.$eval('#asociacija .subtitle', (found) => getComputedStyle(found).color))
        .toBe(colour)
      await expectPlace(page, 'asociacija', 1)
      await expectSamePage()
    },
  )

  it('has working controls after an edit', async () => {
    await page.mouse.move(600, 300)
    await page.click('[data-control="help"]')
    await expectOn(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectOn(page, '#help[open]', false)
  })

  it('names file and fault over the last good deck, which stays, and clears when the slide is mended', async () => {
    const file = inSources('slides/asociacija.ts')
    await edit(file, 'minutes: 1.5,', 'minutes: 1.5,,')
    await expect.poll(() => readOverlay(page)).toContain('slides/asociacija.ts')
    await expectPlace(page, 'asociacija', 1)
    await edit(file, 'minutes: 1.5,,', 'minutes: 99,')
    await expect.poll(() => readOverlay(page)).toContain('minutes add up')
    await edit(file, "en: 'Lithuanian clusters'", "en: 'Lithuanian clusters 58'")
    await expect.poll(() => readOverlay(page)).toContain('slides/asociacija.ts: figures differ')
    await expectPlace(page, 'asociacija', 1)
    await expectSamePage()
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'asociacija', 2)
    await edit(file, "en: 'Lithuanian clusters 58'", "en: 'Lithuanian clusters'")
    await edit(file, 'minutes: 99,', 'minutes: 1.5,')
    await expect.poll(() => readOverlay(page)).toBe('')
    await expectPlace(page, 'asociacija', 2)
    await expectSamePage()
  })

  it('shows the last good deck and the fault to whoever comes while a slide is faulty', async () => {
    const file = inSources('slides/naryste.ts')
    await edit(file, "en: 'Membership'", "en: ''")
    await expect.poll(() => readOverlay(page)).toContain('slides/naryste.ts: title (en) is empty')
    const { page: late } = await visit()
    await openIn(late, 'presenting', `${dev.url}en/#naryste`)
    await expect.poll(() => readOverlay(late)).toContain('slides/naryste.ts: title (en) is empty')
    expect(await late.$eval('#naryste .title', (title) => title.textContent)).toBe('Membership')
    await edit(file, "en: ''", "en: 'Our membership'")
    await expect.poll(() => readOverlay(late)).toBe('')
    expect(await late.$eval('#naryste .title', (title) => title.textContent)).toBe('Our membership')
  })

  it('shows an edit while reading where one reads', async () => {
    await page.keyboard.press('g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('verte-krize')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'verte-krize')
    await page.keyboard.press('r')
    await expectReading(page, 'verte-krize')
    await edit(inSources('slides/verte-krize.ts'), "lt: 'Klasterių vertė'", "lt: 'Vertė'")
    await expectText('#verte-krize .title', 'Vertė')
    await expectReading(page, 'verte-krize')
    await expectSamePage()
  })
})

describe('a development server that is started with a faulty slide', () => {
  let dev: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    dev = await startServer((folder) =>
      edit(path.join(folder, 'slides/valdyba.ts'), 'minutes: 1.5,', 'minutes: 99,'),
    )
  })
  afterAll(() => stopServer(dev))

  it('says so, and shows the deck once it is mended', async () => {
    const { page } = await visit()
    await page.goto(dev.url)
    await expect.poll(() => readOverlay(page)).toContain('minutes add up')
    await edit(path.join(dev.folder, 'slides/valdyba.ts'), 'minutes: 99,', 'minutes: 1.5,')
    await page.waitForSelector('#valdyba')
    await settle(page)
    expect(await readOverlay(page)).toBe('')
  })
})
