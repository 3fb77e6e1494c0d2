import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { expectPlace, expectReading, LANGUAGES, type Language, open, PHONE, useBrowser } from './browser.ts'
import { runScript } from './copy-project.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { findLostWords, IDS, OUTLINE } from './talk.ts'

const visit = useBrowser()

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-single-'))
  await runScript(['build-single', '--out', folder])
})
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (language: Language) => path.join(folder, `${deck.fileName[language]}.html`)
const addressOf = (language: Language, hash = '') => pathToFileURL(fileOf(language)).href + hash

/** Opens a file as a double click does, and notes what else the page asks for. */
async function openFile(language: Language, hash = '', options: Parameters<typeof visit>[0] = {}) {
  const visitor = await visit({ host: '', ...options })
  const asked: string[] = []
  visitor.page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(path.basename(new URL(request.url()).pathname))
  })
  const { page } = visitor
  if (options?.scripts === false) await page.goto(addressOf(language, hash))
  else await open(page, addressOf(language, hash))
  return { ...visitor, asked }
}

describe.each(LANGUAGES)('the one file (%s)', (language) => {
  it('has the whole talk, in its own fonts, and asks for nothing else', async () => {
    const { page, problems, asked } = await openFile(language, '', { scripts: false })
    expect(await findLostWords(page, language)).toEqual([])
    const fonts = await page.evaluate(async () => {
      // The fallbacks are the visitor's own fonts, which a machine may lack.
      const faces = [...document.fonts].filter(({ family }) => !family.includes('fallback'))
      await Promise.all(faces.map((face) => face.load()))
      return faces.length
    })
    expect(fonts).toBeGreaterThan(3)
    expect(asked).toEqual([path.basename(fileOf(language))])
    expect(problems).toEqual([])
  })

  it('is presented from the first slide to the last and back', async () => {
    const { page, problems, asked } = await openFile(language, '#sodai')
    await expectPlace(page, 'sodai')
    await page.keyboard.press('Home')
    for (const { slide, steps } of OUTLINE.slice(1)) {
      for (let step = 0; step <= steps; step++) {
        await page.keyboard.press('ArrowRight')
        await expectPlace(page, slide, step)
      }
    }
    await page.goBack()
    await expectPlace(page, 'zygis', 3)
    await page.reload()
    await expectPlace(page, 'zygis', 3)
    await page.keyboard.press('r')
    await expectReading(page, 'zygis')
    expect(new Set(asked)).toEqual(new Set([path.basename(fileOf(language))]))
    expect(problems).toEqual([])
  })

  it('leads to the same slide of the other file', async () => {
    const { page, problems } = await openFile(language, '#taryba', { viewport: PHONE })
    await expectReading(page, 'taryba')
    await page.tap('[data-control="language"]')
    const other = language === 'lt' ? 'en' : 'lt'
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, other)
    await expectReading(page, 'taryba')
    expect(page.url()).toBe(addressOf(other, '#taryba'))
    expect(problems).toEqual([])
  })

  it('offers nothing that a file does not have, and names no address but the talk’s', async () => {
    const { page } = await openFile(language)
    expect(await page.$('[data-control="share"], [data-control="download"], [data-worker]')).toBeNull()
    expect(await page.$('link[rel="canonical"], link[rel="alternate"], link[rel="manifest"]')).toBeNull()
    const html = readFileSync(fileOf(language), 'utf8')
    expect(html).toContain('script-src &#39;sha256-')
    expect(html.match(/http-equiv="Content-Security-Policy" content="[^"]*/)?.[0]).not.toMatch(
      /self|script-src[^;]*unsafe/,
    )
  })
})

it.each(LANGUAGES)('the site itself can be read from a folder, too (%s)', async (language) => {
  const { page, problems } = await visit({ host: '' })
  const file = path.join(inject('siteFolder'), language === 'lt' ? '' : 'en', 'index.html')
  await page.goto(pathToFileURL(file).href)
  const slides = await page.$$eval('.slides > section', (found) =>
    found.filter((slide) => slide.checkVisibility({ opacityProperty: true })).map(({ id }) => id),
  )
  expect(slides).toEqual(IDS)
  expect(
    await page.$$eval('button', (found) => found.filter((button) => button.checkVisibility()).length),
  ).toBe(0)
  // Chromium keeps scripts and fonts from pages in folders and says so; nothing of the page itself goes wrong.
  expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([])
})
