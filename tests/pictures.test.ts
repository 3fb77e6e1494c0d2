import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  PDFDict,
  PDFDocument,
  type PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFString,
} from '@cantoo/pdf-lib'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Talk } from '../src/deck/deck.ts'
import { writeFolder } from '../src/disk/write-folder.ts'
import { makeFiles } from '../src/files/make-files.ts'
import type { MadeFile } from '../src/files/order.ts'
import { SCREENS } from '../src/proof/screens.ts'
import { buildSite } from '../src/site/build.ts'
import { composeSingle } from '../src/site/compose-single.ts'
import { openIn, PHONE, startBrowser, useBrowser, WIDE } from './browser.ts'
import { get, readUaFile } from './pdf-ua.ts'
import { makePictureTalk, PICTURE_SLIDES } from './picture-talk.ts'
import { readParts } from './pptx-parts.ts'
import { addStyle, composeProof, type Looked, proofTalk } from './proof-talk.ts'
import { listenHere, serveFolder } from './serve-folder.ts'

const visit = useBrowser()
const IDS = Object.keys(PICTURE_SLIDES)

let talk: Talk
let browser: Browser
let looked: Looked
beforeAll(async () => {
  talk = await makePictureTalk()
  browser = await startBrowser()
  looked = await composeProof(talk)
})
afterAll(async () => {
  await browser.close()
  await rm(path.resolve(talk.folder), { recursive: true })
})

// In one language, as both say the same words.
test('words and pictures of any shape fit a wide screen, a phone and paper', async () => {
  const screens = [
    WIDE,
    ...SCREENS.filter(({ width, preference }) => [844, 320].includes(width) && !preference),
  ]
  expect((await proofTalk(browser, looked, { screens, print: true })).fault).toEqual([])
})

test.each([
  [
    'on a picture without enough between them',
    'wide-filling',
    '.scrim{opacity:.3!important}',
    /“Title” has a contrast of \d\.\d\d:1, under 4\.5:1/,
  ],
  [
    'that lie on a picture beside them',
    'upright-whole',
    '.words .text{margin-left:50cqw}',
    /lies over a picture \(img\.photo\)/,
  ],
])('words %s are a fault', async (_, id, style, what) => {
  const site = addStyle(looked.site, style)
  const { fault } = await proofTalk(browser, looked, { site, slides: [id], screens: [WIDE] })
  expect(fault).toContainEqual(expect.stringMatching(new RegExp(`^lt ${id} .*${what.source}`)))
})

describe('on a site', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'picture-site-'))
    await writeFolder(folder, await buildSite({ talks: [talk] }))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function serve() {
    const asked: string[] = []
    const respond = serveFolder(folder)
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      respond(request, response)
    })
    const host = `localhost:${await listenHere(server)}`
    const close = async () => server.close().closeAllConnections()
    return { host, url: `http://${host}/deck/`, asked, close }
  }

  const areLoaded = (within: string) =>
    [...document.querySelectorAll<HTMLImageElement>(`${within} img`)].every(
      ({ complete, naturalWidth }) => complete && naturalWidth > 0,
    )

  /** Scrolls through the slides until each picture has been shown. */
  async function seeAll(page: Page): Promise<void> {
    for (const id of IDS) {
      await page.evaluate((slide) => document.getElementById(slide)?.scrollIntoView(), id)
      await page.waitForFunction(areLoaded, {}, `#${id}`)
    }
  }

  test('a phone loads what it needs when it comes near, in the best kind', async () => {
    const { host, url, asked, close } = await serve()
    const { page, problems } = await visit({ host, viewport: PHONE })
    await openIn(page, 'reading', url)
    await seeAll(page)
    const pictures = asked.filter((one) => one.includes('/pictures/'))
    expect(pictures.filter((one) => !/\.(avif|svg)$/.test(one))).toEqual([])
    expect(problems).toEqual([])
    await close()
  })

  test('while the first slide is presented, the pictures of all others are loaded', async () => {
    const { host, url, close } = await serve()
    const { page } = await visit({ host })
    await openIn(page, 'presenting', url)
    await page.waitForFunction(areLoaded, {}, '.slide')
    await close()
  })

  test('without a network each picture is there on any screen', async () => {
    const { host, url, close } = await serve()
    const { page } = await visit({ host, worker: true })
    await openIn(page, 'reading', url)
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await close()
    await page.setViewport(PHONE)
    await page.reload()
    await seeAll(page)
  })

  test.each(['reading', 'presenting'] as const)(
    'a visitor’s own Ctrl+P while %s has all pictures, seen or not',
    async (view) => {
      const { host, url, close } = await serve()
      const { page } = await visit({ host })
      await openIn(page, view, url)
      const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
      const pages = (await PDFDocument.load(printed)).getPages()
      const counts = pages.map(
        ({ node }) => node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.keys().length,
      )
      // A drawing is no image in a PDF.
      expect(IDS.filter((_, index) => counts[index + 1] === undefined)).toEqual(['drawing-whole'])
      await close()
    },
  )
})

test('the one file holds each picture once a slide, in one size, and asks for none', async () => {
  const [file] = await composeSingle(talk, '')
  const html = Buffer.from(file?.bytes ?? []).toString()
  expect(html.match(/<img class="photo/g)).toHaveLength(7)
  expect(html.match(/src="data:image\/webp/g)).toHaveLength(7)
  expect(html).not.toMatch(/srcset|loading="lazy"|assets\/pictures/)
})

describe('the files', () => {
  let files: MadeFile[]
  const read = (ending: string) => files.find(({ name }) => name.endsWith(ending))?.bytes ?? Buffer.from('')
  beforeAll(async () => {
    files = []
    const formats = ['pdf', 'pptx', 'txt'] as const
    const wanted = { languages: ['en'], formats, slides: IDS, steps: 'last', scale: 1, notes: false } as const
    const quiet = { onStart: () => {}, onFile: (file: MadeFile) => files.push(file) }
    await makeFiles({ talk, wanted, browser: Promise.resolve(browser), ...quiet })
  })

  test('the PDF has each as a figure with its alternative, no larger than a hall shows it', async () => {
    const { elements, document } = await readUaFile(read('.pdf'))
    const alternatives = elements
      .filter(({ type }) => type === 'Figure')
      .map(({ dict }) => (get(dict, 'Alt') as PDFString | PDFHexString).decodeText())
    expect(alternatives).toEqual(
      ['wide', 'upright', 'wide', 'upright', 'wide', 'upright']
        .map((name) => `The picture ${name}.jpg`)
        .concat('The picture drawing.svg'),
    )
    const widths = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream ? [object.dict.lookup(PDFName.of('Width'))] : [],
      )
      .flatMap((width) => (width instanceof PDFNumber ? [width.asNumber()] : []))
    // The original has 2000: 1920 are 144 dots an inch.
    expect(Math.max(...widths)).toBe(1920)
  })

  test('PowerPoint has pictures of its own, cropped to their focus, with their alternatives', () => {
    const parts = readParts(read('.pptx'))
    const slide = parts['ppt/slides/slide3.xml'] ?? ''
    expect(slide).toContain('descr="The picture wide.jpg"')
    const [, left = '', right = ''] = /<a:srcRect l="(\d+)" r="(\d+)"/.exec(slide) ?? []
    // A tenth of what is cropped goes on the left, the rest on the right.
    expect(Number(right) / Number(left)).toBeCloseTo(9, 0)
    const people = parts['ppt/slides/slide8.xml'] ?? ''
    expect(people).toMatch(/<p:pic>.*prst="ellipse"/s)
  })

  test('plain text says what they show', () => {
    const text = Buffer.from(read('.txt')).toString()
    expect(text.match(/\[The picture .*?\]/g)).toHaveLength(7)
  })
})
