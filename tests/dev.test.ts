import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOn, expectPlace, expectReading, openIn, settle, useBrowser } from './browser.ts'
import { copyProject, editFile, ROOT } from './copy-project.ts'

const visit = useBrowser()

/** A copy of the project that may be edited, and its development server. */
async function startServer(prepare: (folder: string) => void) {
  const folder = copyProject()
  // Package by package, so that what Vite keeps in node_modules is the copy's own.
  await rm(path.join(folder, 'node_modules'))
  await mkdir(path.join(folder, 'node_modules'))
  for (const name of await readdir(path.join(ROOT, 'node_modules'))) {
    if (name.startsWith('.')) continue
    await symlink(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  prepare(folder)
  const server = spawn(process.execPath, ['scripts/run.js', 'dev', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      const address = /Local:\s+(http:\S+)/.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('exit', () => reject(new Error(`the server ended: ${output}`)))
  })
  return { folder, server, url, said: () => stripVTControlCharacters(output) }
}

async function stopServer({ folder, server }: { folder: string; server: ChildProcess }): Promise<void> {
  const ended = new Promise((resolve) => server.on('exit', resolve))
  server.kill()
  await ended
  await rm(folder, { recursive: true })
}

const readOverlay = (page: Page) =>
  page.evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '')

const SLIDE = 'slides/sample/sodai.ts'

describe('the development server', () => {
  let dev: Awaited<ReturnType<typeof startServer>>
  let page: Page
  const inSources = (name: string) => path.join(dev.folder, name)
  const expectFault = async (message: string, shown = page) => {
    await expect.poll(() => readOverlay(shown)).toContain(message)
    await expect.poll(dev.said).toContain(`\n${message}\n`)
  }
  const expectNoFault = (shown = page) => expect.poll(() => readOverlay(shown)).toBe('')
  const expectText = (selector: string, text: string) =>
    expect.poll(() => page.$eval(selector, (found) => found.textContent)).toBe(text)
  /** The very page that was opened: an edit never loads it anew. */
  const expectSamePage = async () => expect(await page.evaluate(() => 'opened' in window)).toBe(true)

  beforeAll(async () => {
    dev = await startServer((folder) => editFile(path.join(folder, SLIDE), 'layout:', ',layout:'))
    page = (await visit()).page
  })
  afterAll(() => stopServer(dev))

  it('that is started with a faulty slide says so in one line, in the terminal and over the page, and shows the deck once it is mended', async () => {
    await page.goto(dev.url)
    await expectFault(`${SLIDE}:5:3: there is a comma too many; delete it.`)
    editFile(inSources(SLIDE), ',layout:', 'layout:')
    await page.waitForSelector('#sodai')
    await settle(page)
    await expectNoFault()
    await expect.poll(dev.said).toContain('\nThe fault is mended')
    // The slide can be shown without that text, so only the compiler knows.
    editFile(inSources(SLIDE), 'subtitle:', 'subtitel:')
    await expectFault(`${SLIDE}:7:3: there is no field \`subtitel\`; did you mean \`subtitle\`?`)
    editFile(inSources(SLIDE), 'subtitel:', 'subtitle:')
    await expectNoFault()

    await openIn(page, 'presenting', `${dev.url}#sodai`)
    await page.evaluate(() => Object.assign(window, { opened: true }))
  })

  it('shows an edit to a slide at once, at the same slide and step', async () => {
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'sodai', 1)
    editFile(inSources(SLIDE), "lt: 'Draugija'", "lt: 'Mūsų draugija'")
    await expectText('#sodai .title', 'Mūsų draugija')
    await expectPlace(page, 'sodai', 1)
    await expectSamePage()
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'sodai', 2)
    await page.keyboard.press('ArrowLeft')
    await expectPlace(page, 'sodai', 1)
  })

  it('shows an edit to a layout at once, at the same slide and step, with controls that work', async () => {
    editFile(inSources('src/layouts/statement/statement.ts'), 'class="subtitle"', 'class="subtitle edited"')
    await expectOn(page, '#sodai .subtitle.edited')
    await expectPlace(page, 'sodai', 1)
    await expectSamePage()
    await page.mouse.move(600, 300)
    await page.click('[data-control="help"]')
    await expectOn(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectOn(page, '#help[open]', false)
  })

  it.each(['src/page/styles/slide.css', 'src/layouts/statement/style.css'])(
    'shows an edit to a style at once (%s), at the same slide and step',
    async (file) => {
      const colour = `rgb(1, 2, ${file.length})`
      const sheet = await readFile(inSources(file), 'utf8')
      await writeFile(inSources(file), `${sheet}\n[data-layout] .subtitle { color: ${colour}; }\n`)
      await expect
        .poll(() => page.$eval('#sodai .subtitle', (found) => getComputedStyle(found).color))
        .toBe(colour)
      await expectPlace(page, 'sodai', 1)
      await expectSamePage()
    },
  )

  it('names file and fault over the last good deck, which stays, and clears when the slide is mended', async () => {
    const file = inSources(SLIDE)
    editFile(file, 'minutes: 1.5,', 'minutes: 1.5,,')
    await expectFault(`${SLIDE}:23:16: there is a comma too many; delete it.`)
    await expectPlace(page, 'sodai', 1)
    editFile(file, 'minutes: 1.5,,', 'minutes: -1,')
    await expectFault(`${SLIDE}: minutes is -1; plan more than 0.`)
    await expectSamePage()
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'sodai', 2)
    editFile(file, 'minutes: -1,', 'minutes: 1.5,')
    await expectNoFault()
    await expectPlace(page, 'sodai', 2)
    await expectSamePage()
  })

  it('shows the last good deck and the fault to whoever comes while a slide is faulty', async () => {
    const file = inSources('slides/sample/bendrija.ts')
    editFile(file, "en: 'Fellowship'", "en: ''")
    const fault =
      'slides/sample/bendrija.ts: title (en) is empty; write it, or delete a field that may be left out.'
    await expectFault(fault)
    const { page: late } = await visit()
    await openIn(late, 'presenting', `${dev.url}en/#bendrija`)
    await expectFault(fault, late)
    const expectTitle = async (title: string) =>
      expect(await late.$eval('#bendrija .title', ({ textContent }) => textContent)).toBe(title)
    await expectTitle('Fellowship')
    editFile(file, "en: ''", "en: 'Our membership'")
    await expectNoFault(late)
    await expectTitle('Our membership')
    await expectNoFault()
    expect(dev.said()).not.toMatch(/^ +at /m)
  })

  it('leaves the dialog alone in which one types while an edit arrives', async () => {
    await page.keyboard.press('g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('nauda-')
    editFile(inSources('slides/sample/bendrija.ts'), "lt: 'Bendrystė'", "lt: 'Mūsų bendrystė'")
    await expectText('#bendrija .title', 'Mūsų bendrystė')
    await page.keyboard.type('sausra')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'nauda-sausra')
  })

  it('shows an edit while reading where one reads', async () => {
    await page.keyboard.press('r')
    await expectReading(page, 'nauda-sausra')
    editFile(inSources('slides/sample/nauda-sausra.ts'), "lt: 'Sodų nauda'", "lt: 'Vertė'")
    await expectText('#nauda-sausra .title', 'Vertė')
    await expectReading(page, 'nauda-sausra')
    await expectSamePage()
  })

  it('shows nobody a fault that was mended before, and says no more than the faults', async () => {
    // Vite keeps what nobody is there to hear.
    await page.close()
    const file = inSources(SLIDE)
    const saidBefore = dev.said().length
    editFile(file, "en: 'The society'", "en: 'The society 13'")
    await expect.poll(() => dev.said().slice(saidBefore)).toContain('figures differ')
    editFile(file, "en: 'The society 13'", "en: 'The society'")
    await expect.poll(() => dev.said().slice(saidBefore)).toContain('The fault is mended')
    expect(dev.said()).not.toContain('page reload')

    const { page: next, problems } = await visit()
    await next.evaluateOnNewDocument(() => {
      new MutationObserver(() => {
        if (document.querySelector('vite-error-overlay')) Object.assign(window, { overlaid: true })
      }).observe(document, { childList: true, subtree: true })
    })
    await openIn(next, 'presenting', `${dev.url}en/#sodai`)
    await expect.poll(() => problems).toContain('console: [vite] connected.')
    editFile(file, "en: 'The society'", "en: 'Our society'")
    await expect.poll(() => next.$eval('#sodai .title', (title) => title.textContent)).toBe('Our society')
    expect(await next.evaluate(() => 'overlaid' in window)).toBe(false)

    editFile(file, "en: 'Our society'", "en: ''")
    const overlay = await next.waitForSelector('vite-error-overlay >>> .window')
    const shown = await overlay?.evaluate((found) => (found instanceof HTMLElement ? found.innerText : ''))
    expect(shown?.trim()).toBe(
      `${SLIDE}: title (en) is empty; write it, or delete a field that may be left out.`,
    )
  })
})
