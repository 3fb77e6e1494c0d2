import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Talk } from '../src/deck/deck.ts'
import type { MemoryFile } from '../src/disk/memory-file.ts'
import { textFile } from '../src/disk/memory-file.ts'
import { writeFolder } from '../src/disk/write-folder.ts'
import { PAGE_FOLDERS } from '../src/page/addresses.ts'
import { buildSite } from '../src/site/build.ts'
import { findTakenIds } from '../src/site/moved.ts'
import { expectIn, LANGUAGES, type Language, open, PHONE, useBrowser, WIDE } from './browser.ts'
import { SAMPLE } from './sample-talk.ts'
import { listenHere, serveFolder } from './serve-folder.ts'
import { findViolations } from './violations.ts'

const visit = useBrowser()

const { pradzia, sodai, bendrija, taryba, pabaiga } = SAMPLE.deck.slides
/** A small talk of the sample's slides, with a file for visitors in each language. */
function makeTalk(name: string, title: string, slides: Talk['deck']['slides']) {
  const fileName = { lt: `${name}-lt`, en: `${name}-en` }
  const deck = { ...SAMPLE.deck, fileName, title: { lt: `${title} (lt)`, en: `${title} (en)` }, slides }
  const downloads = { lt: textFile(`${name}-lt.pdf`, 'lt'), en: textFile(`${name}-en.pdf`, 'en') }
  return { ...SAMPLE, folder: `slides/${name}`, deck, downloads }
}
const OLD = makeTalk('first-year', 'The first talk', only({ pradzia, sodai, bendrija }))
const NEW = makeTalk('second-year', 'The second talk', only({ sveiki: pradzia, nauja: taryba, ate: pabaiga }))

function only(slides: Readonly<Record<string, Talk['deck']['slides'][string] | undefined>>) {
  return Object.fromEntries(Object.entries(slides).flatMap(([id, slide]) => (slide ? [[id, slide]] : [])))
}

let folder = ''
let respond: RequestListener
let siteUrl = ''
/** What the site had while the first talk was at its root, and what it has when the second is. */
let before: readonly MemoryFile[] = []
let after: readonly MemoryFile[] = []
const server = createServer((request, response) => respond(request, response))

const at = (name: 'before' | 'after') => path.join(folder, name)
const host = () => new URL(siteUrl).host
const read = (files: readonly MemoryFile[], name: string) =>
  new TextDecoder().decode(files.find((file) => file.name === name)?.bytes)

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-talks-'))
  siteUrl = `http://localhost:${await listenHere(server)}/deck/`
  // Vitest's own value would make development builds.
  vi.stubEnv('NODE_ENV', 'production')
  before = await buildSite({ talks: [OLD, NEW], siteUrl })
  after = await buildSite({ talks: [NEW, OLD], siteUrl })
  vi.unstubAllEnvs()
  await writeFolder(at('before'), before)
  await writeFolder(at('after'), after)
  respond = serveFolder(at('after'))
})
afterAll(() => {
  server.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})

/** Waits until the page is a talk's own, in a language, at a slide. */
async function expectSlide(page: Page, talk: Talk, language: Language, slide: string): Promise<void> {
  const title = `${talk.deck.title[language]} – ${talk.deck.brand}`
  await expectIn(
    page,
    (wanted) => document.title === wanted.title && document.querySelector('.slides > section') !== null,
    { title },
  )
  await expect
    .poll(() => page.evaluate(() => location.hash.slice(1) || document.querySelector('.slide')?.id))
    .toBe(slide)
}

describe('when a new talk takes the root', () => {
  it('every address that the site had is there', () => {
    const names = new Set(after.map(({ name }) => name))
    // Nobody but the pages themselves asks for what they load.
    const isLoaded = (name: string) => /(^|\/)(assets\/|icons\/|manifest\.webmanifest$)/.test(name)
    const lost = before.filter(({ name }) => !names.has(name) && !isLoaded(name))
    expect(lost.map(({ name }) => name)).toEqual([])
    expect(before.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['s/sodai/index.html', 'share/lt/sodai.png', 'first-year-lt.pdf']),
    )
  })

  it.each(LANGUAGES)(
    'first and last slide are found where they were, by address and by share page (%s)',
    async (language) => {
      const { page, problems } = await visit({ host: host() })
      const root = siteUrl + PAGE_FOLDERS[language]
      const own = (talk: string) => `${siteUrl}${talk}/${PAGE_FOLDERS[language]}`
      for (const [talk, places] of [
        [OLD, [root, own('first-year')]],
        [NEW, [root, own('second-year')]],
      ] as const) {
        const [first = '', , last = ''] = Object.keys(talk.deck.slides)
        for (const id of [first, last]) {
          for (const address of places.flatMap((place) => [`${place}#${id}`, `${place}s/${id}/`])) {
            await page.goto('about:blank')
            await page.goto(address).catch(ignoreLedOn)
            await expectSlide(page, talk, language, id)
          }
        }
      }
      expect(problems).toEqual([])
    },
  )

  it('what the pages had to load is there for both talks', async () => {
    const { page, problems } = await visit({ host: host() })
    for (const talk of ['', 'first-year/']) {
      await open(page, siteUrl + talk)
      const file = await page.$eval('[data-control="download"]', (link) => (link as HTMLAnchorElement).href)
      expect(file).toBe(`${siteUrl}${talk === '' ? 'second-year' : 'first-year'}-lt.pdf`)
    }
    expect(problems).toEqual([])
  })

  it('without scripts, share pages and the talk’s own folder lead on', async () => {
    const { page } = await visit({ host: host(), scripts: false })
    for (const [address, talk] of [
      ['s/sodai/', OLD],
      ['second-year/', NEW],
      ['second-year/s/nauja/', NEW],
    ] as const) {
      await page.goto(siteUrl + address).catch(ignoreLedOn)
      await expect.poll(() => page.title()).toBe(`${talk.deck.title.lt} – ${talk.deck.brand}`)
      await expect.poll(() => page.$('.slides')).not.toBeNull()
    }
  })

  it('an address of no talk stays at the root, with the notice', async () => {
    const { page } = await visit({ host: host() })
    await open(page, `${siteUrl}#toString`)
    await expect.poll(() => page.$eval('.notice', ({ textContent }) => textContent)).not.toBe('')
    expect(new URL(page.url()).pathname).toBe('/deck/')
  })

  it('search engines are told of each page once', () => {
    const pages = after.filter(({ name }) => /(^|\/)index\.html$/.test(name) && !/(^|\/)s\//.test(name))
    const own = pages.filter(({ name }) => {
      const [, canonical] = read(after, name).match(/rel="canonical" href="([^"]+)"/) ?? []
      return canonical === siteUrl + name.replace('index.html', '')
    })
    const listed = [...read(after, 'sitemap.xml').matchAll(/<loc>([^<]+)</g)].map(([, url]) => url)
    expect(own.map(({ name }) => siteUrl + name.replace('index.html', '')).toSorted()).toEqual(
      listed.toSorted(),
    )
    expect(listed).toHaveLength(6)
    const [, moved] = read(after, 's/sodai/index.html').match(/rel="canonical" href="([^"]+)"/) ?? []
    expect(moved).toBe(`${siteUrl}first-year/`)
  })
})

/** Chromium reports a page that leads on before it has loaded. */
function ignoreLedOn(error: Error): void {
  if (!error.message.includes('net::ERR_ABORTED')) throw error
}

describe('the worker of each talk', () => {
  /** The pages that are kept, from the site's root. */
  const listKept = (page: Page) =>
    page.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
      }
      return found.filter((path) => path.endsWith('index.html')).toSorted()
    })
  const openKept = async (page: Page, address: string) => {
    await open(page, address)
    await page.waitForFunction(
      (worker) => {
        const { controller } = navigator.serviceWorker
        return controller?.scriptURL === worker && controller.state === 'activated'
      },
      {},
      `${address}worker.js`,
    )
  }
  const pagesIn = (place: string) => [`/deck/${place}en/index.html`, `/deck/${place}index.html`]

  it('keeps the talk that was visited and no other, and leaves the other’s files alone', async () => {
    respond = serveFolder(at('before'))
    const { page } = await visit({ host: host(), worker: true })
    await openKept(page, siteUrl)
    expect(await listKept(page)).toEqual(pagesIn(''))
    await openKept(page, `${siteUrl}second-year/`)
    expect(await listKept(page)).toEqual([...pagesIn(''), ...pagesIn('second-year/')].toSorted())
    // The host has no page any more: both talks come from what was kept.
    respond = (_, response) => response.writeHead(503).end()
    await open(page, siteUrl)
    await expectSlide(page, OLD, 'lt', 'pradzia')
    await open(page, `${siteUrl}second-year/`)
    await expectSlide(page, NEW, 'lt', 'sveiki')
    respond = serveFolder(at('after'))
  })

  it('of a talk that has gone to the root gives way, so that the old place leads on', async () => {
    respond = serveFolder(at('before'))
    const { page } = await visit({ host: host(), worker: true })
    await openKept(page, `${siteUrl}second-year/`)
    respond = serveFolder(at('after'))
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await expect.poll(() => new URL(page.url()).pathname).toBe('/deck/')
    await expectSlide(page, NEW, 'lt', 'sveiki')
  })
})

describe.each(LANGUAGES)('the page that lists the talks (%s)', (language) => {
  it('leads to each, the newest first, and is led to from each and from the page for unknown addresses', async () => {
    const { page, problems } = await visit({ host: host() })
    const list = `${siteUrl}${PAGE_FOLDERS[language]}talks/`
    await page.goto(list)
    const links = await page.$$eval('main a', (all) =>
      all.map(({ href, textContent }) => [textContent, href]),
    )
    expect(links).toEqual([
      [NEW.deck.title[language], siteUrl + PAGE_FOLDERS[language]],
      [OLD.deck.title[language], `${siteUrl}first-year/${PAGE_FOLDERS[language]}`],
    ])
    for (const [, address = ''] of links) {
      await open(page, address)
      expect(await page.$eval('.contents p a', (link) => (link as HTMLAnchorElement).href)).toBe(list)
    }
    expect(problems).toEqual([])
    await page.goto(`${siteUrl}no/such/page`)
    expect(
      await page.$$eval('section a', (all) => all.map((link) => (link as HTMLAnchorElement).href)),
    ).toContain(list)
  })

  it('has no violation that axe finds, light and dark, and fits', async () => {
    // What a language lacks it lacks on any screen.
    const { page } = await visit({ host: host(), viewport: { lt: PHONE, en: WIDE }[language] })
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      await page.goto(`${siteUrl}${PAGE_FOLDERS[language]}talks/`)
      expect(await findViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
  })
})

it('says which slides of the root have the id of another talk’s', () => {
  expect(findTakenIds([NEW, OLD])).toEqual([])
  const later = makeTalk('third-year', 'The third talk', only({ labas: pradzia, sodai }))
  expect(findTakenIds([later, OLD])).toEqual([
    'slides/third-year/sodai.ts: slides/first-year has a slide "sodai" too, so an old link to it may lead here; rename the newer one.',
  ])
})
