import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, Viewport } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import { readFolder } from '../src/disk/read-folder.ts'
import { runExport } from '../src/files/run-export.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { buildSite } from '../src/site/build.ts'
import { composeSingle } from '../src/site/compose-single.ts'
import { expectIn, PHONE, settle, useBrowser, WIDE } from './browser.ts'
import { editFile } from './copy-project.ts'
import { jumpTo } from './live-talk.ts'
import { SAMPLE } from './sample-talk.ts'
import { copyBuiltProject, endAll, startStage } from './stage-process.ts'

/** In the middle of the talk, between „bendrija“ and „nauda-planas“. */
const HIDDEN = 'taryba'
const TITLE = 'Draugijos taryba'

const visit = useBrowser()
let folder: string
let out: string
let origin: string
const secret = makeSecret()

beforeAll(async () => {
  folder = copyBuiltProject()
  out = mkdtempSync(path.join(tmpdir(), 'deck-hidden-'))
  editFile(path.join(folder, `slides/sample/${HIDDEN}.ts`), '  minutes:', '  hidden: true,\n  minutes:')
  const { opened } = startStage(folder, ['--port', '0'], { STAGE_SECRET: secret })
  origin = (await opened).origin
})
afterAll(async () => {
  await endAll()
  rmSync(out, { recursive: true })
})

async function openPage(pathname: string, viewport: Viewport): Promise<Page> {
  const { page } = await visit({ viewport })
  await page.goto(origin + pathname)
  return page
}

/** The hall's window and the speaker's console, in one browser. */
async function speak(): Promise<{ console: Page; hall: Page }> {
  const hall = await openPage('/hall', WIDE)
  const console = await hall.browserContext().newPage()
  await console.setViewport({ width: 1366, height: 768 })
  await console.goto(`${origin}/presenter#${secret}`)
  await console.waitForSelector('[data-connection="live"]')
  return { console, hall }
}

const presents = (page: Page, slide: string) =>
  expectIn(page, (wanted) => document.querySelector('.slide.present')?.id === wanted, slide)

async function follow(page: Page): Promise<void> {
  await settle(page)
  await page.waitForSelector('[data-control="follow"]', { visible: true })
  await page.$eval('[data-control="follow"]', (control) => (control as HTMLElement).click())
}

it('the speaker passes it by, reaches it by its title, and goes on from there', async () => {
  const { console, hall } = await speak()
  await jumpTo(console, 'bendrija')
  await presents(hall, 'bendrija')
  await console.keyboard.press('ArrowRight')
  await presents(hall, 'nauda-planas')
  await console.keyboard.press('ArrowLeft')
  await presents(hall, 'bendrija')
  await jumpTo(console, TITLE)
  await presents(hall, HIDDEN)
  expect(await console.$eval('[data-preview="now"] [data-out="where"]', (out) => out.textContent)).toBe(
    'paslėpta',
  )
  await console.keyboard.press('ArrowRight')
  await presents(hall, 'nauda-planas')
  // Numbers are those that the audience sees.
  await jumpTo(console, '4')
  await presents(hall, 'nauda-planas')
})

it('hall keys pass it by', async () => {
  const { console, hall } = await speak()
  await jumpTo(console, 'bendrija')
  await presents(hall, 'bendrija')
  await hall.bringToFront()
  await hall.keyboard.press('ArrowRight')
  await presents(hall, 'nauda-planas')
})

it.each([
  ['reading on a phone', PHONE],
  ['presenting on a wide screen', WIDE],
] as const)('who follows, %s, sees it when it is shown and not before', async (_, viewport) => {
  const { console } = await speak()
  await jumpTo(console, 'sodai')
  const follower = await openPage('/', viewport)
  await follow(follower)
  expect(await follower.$eval(`#${HIDDEN}`, (slide) => slide.checkVisibility())).toBe(false)
  expect(await follower.$(`.contents a[href="#${HIDDEN}"]`)).toBeNull()
  await jumpTo(console, TITLE)
  await expectIn(
    follower,
    (id) => {
      const box = document.getElementById(id)?.getBoundingClientRect()
      return location.hash === `#${id}` && box !== undefined && box.height > 0 && box.top < innerHeight / 2
    },
    HIDDEN,
  )
  // Following goes on.
  await jumpTo(console, 'kaita')
  await expectIn(follower, () => location.hash === '#kaita')
  expect(
    await follower.$eval('[data-control="follow"]', (control) => control.getAttribute('aria-pressed')),
  ).toBe('true')
})

it('it is in no file and on no public page', async () => {
  const slide = SAMPLE.deck.slides[HIDDEN]
  if (slide === undefined) throw new Error(`the sample talk has no slide "${HIDDEN}"`)
  const slides = { ...SAMPLE.deck.slides, [HIDDEN]: { ...slide, hidden: true as const } }
  const talk = { ...SAMPLE, deck: { ...SAMPLE.deck, slides }, substituted: [] }
  const wanted = { languages: LANGUAGES, formats: ['txt'], steps: 'last', scale: 1, notes: false } as const
  await runExport({
    talk: { folder: talk.folder, load: async () => talk },
    // All formats are made of these slides.
    choose: (ids) => ({ ...wanted, slides: ids }),
    folder: out,
    quiet: true,
  })
  const files = [
    ...(await buildSite({ talks: [talk] })),
    ...(await composeSingle(talk, '')),
    ...(await readFolder(out)),
  ]
  const readable = files.filter(({ name }) => /\.(html|txt|xml|js|webmanifest)$/.test(name))
  expect(readable.length).toBeGreaterThan(8)
  const telling = readable.filter(({ bytes }) => {
    const text = new TextDecoder().decode(bytes)
    return text.includes(TITLE) || text.includes(`"${HIDDEN}"`)
  })
  expect(telling.map(({ name }) => name)).toEqual([])
})
