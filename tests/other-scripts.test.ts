import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installInPage } from '../src/browser/in-page-script.ts'
import type { Talk } from '../src/deck/deck.ts'
import { makeFiles } from '../src/files/make-files.ts'
import type { MadeFile } from '../src/files/order.ts'
import { html } from '../src/markup/html.ts'
import { checkFonts } from '../src/proof/check-fonts.ts'
import { composeSite } from '../src/site/compose.ts'
import { composeSingle } from '../src/site/compose-single.ts'
import { defineSlide, md } from '../src/slide.ts'
import { startBrowser } from './browser.ts'
import { readPdf } from './read-pdf.ts'
import { SAMPLE } from './sample-talk.ts'

/** A guest from Greece and one from Ukraine, and two signs. */
const guests = defineSlide({
  layout: 'list',
  title: { lt: 'Ελένη ir Олена', en: 'Ελένη and Олена' },
  points: [{ text: { lt: md`Sodas ✓ → *κήπος*, **сад**`, en: md`Garden ✓ → *κήπος*, **сад**` } }],
  minutes: 1,
  notes: { lt: md`Pasveikinti.`, en: md`Welcome them.` },
})
const TALK: Talk = { ...SAMPLE, deck: { ...SAMPLE.deck, slides: { ...SAMPLE.deck.slides, guests } } }

let browser: Browser
const made = new Map<string, MadeFile>()
beforeAll(async () => {
  browser = await startBrowser()
  await makeFiles({
    talk: TALK,
    browser: Promise.resolve(browser),
    wanted: {
      languages: ['en'],
      formats: ['pdf', 'pptx'],
      slides: ['guests'],
      steps: 'last',
      scale: 1,
      notes: false,
    },
    onStart() {},
    onFile: (file) => made.set(file.name.replace(/^.*\./, ''), file),
  })
})
afterAll(() => browser.close())

test('only a talk that needs other letters gets fonts for them, and loads them when it shows them', async () => {
  const [fonts, others] = await Promise.all(
    [TALK, SAMPLE].map(async (talk) => {
      const site = await composeSite({ talk, styles: html`` })
      return site.fonts.filter(({ name }) => name.includes('noto'))
    }),
  )
  expect(others).toEqual([])
  const names = fonts?.map(({ name }) => /assets\/(.+)-[0-9a-f]{8}\.woff2$/.exec(name)?.[1])
  expect(names).toContain('bricolage-grotesque-noto-sans-greek-wght-normal-normal')
  expect(names).toContain('instrument-sans-noto-sans-symbols-2-symbols-400-normal-normal')
  expect(fonts?.some(({ preload }) => preload)).toBe(false)
})

test('every letter on the screen is in a font of the project', async () => {
  const [file] = await composeSingle(TALK, '')
  const page = await browser.newPage()
  await page.setContent(file?.bytes.toString() ?? '')
  await page.evaluate('document.fonts.ready.then(() => true)')
  const ask = await installInPage(page)
  expect(await checkFonts(page, ask)).toEqual([])
})

test('the PDF says every letter, and embeds a font for it', async () => {
  const { bytes } = made.get('pdf') ?? { bytes: new Uint8Array() }
  const [slide] = await readPdf(bytes)
  expect(slide?.text).toContain('Ελένη and Олена')
  expect(slide?.text).toContain('Garden ✓ → κήπος, сад')
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const fonts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const font = object instanceof PDFDict ? object.lookupMaybe(PDFName.of('FontName'), PDFName) : undefined
    return font && object instanceof PDFDict && object.has(PDFName.of('FontFile2')) ? [font.decodeText()] : []
  })
  for (const family of [/NotoSans-/, /NotoSansSymbols2-/, /NotoSansMath-/])
    expect(fonts.some((name) => family.test(name))).toBe(true)
})

test('PowerPoint has Greek and Cyrillic in its theme’s font, and signs in one that has them', () => {
  const parts = unzipSync(made.get('pptx')?.bytes ?? new Uint8Array())
  const slide = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array())
  const runs = [...slide.matchAll(/<a:r>(.*?)<\/a:r>/gs)].map(([, run = '']) => ({
    text: /<a:t>(.*?)<\/a:t>/.exec(run)?.[1],
    font: /<a:latin typeface="(.*?)"/.exec(run)?.[1],
  }))
  expect(runs).toContainEqual({ text: '✓', font: 'Segoe UI Symbol' })
  expect(runs).toContainEqual({ text: 'сад', font: '+mn-lt' })
})
