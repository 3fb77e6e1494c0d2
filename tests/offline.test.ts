import { once } from 'node:events'
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { expectPlace, LANGUAGES, type Language, openIn, settle, useBrowser, type Visitor } from './browser.ts'
import { copyProject, editFile, runScript } from './copy-project.ts'
import { listenHere, serveFolder } from './serve-folder.ts'
import { findLostWords, IDS } from './talk.ts'

const visit = useBrowser()

let folder = ''
let project = ''
const first = inject('siteFolder')
/** The folder of one of the other builds. */
const at = (name: 'second' | 'half' | 'retired') => path.join(folder, name)
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-offline-'))
  project = copyProject()
  const slide = path.join(project, 'slides/sample/sodai.ts')
  editFile(slide, "lt: 'Draugija'", "lt: 'Nauja draugija'")
  editFile(slide, "en: 'The society'", "en: 'New society'")
  editFile(path.join(project, 'src/player/reveal.ts'), "dataset['ready'] = ''", "dataset['ready'] = 'new'")
  await Promise.all([
    runScript(['build', '--out', at('second')], project),
    runScript(['build', '--no-offline', '--out', at('retired')], project),
  ])
  // A host in the middle of an upload: the new worker is there, the new pages are not.
  cpSync(first, at('half'), { recursive: true })
  copyFileSync(path.join(at('second'), 'worker.js'), path.join(at('half'), 'worker.js'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => {
  for (const made of [folder, project]) rmSync(made, { recursive: true })
})

interface Host {
  readonly url: string
  /** What was asked for since it opened, from the site's root. */
  readonly asked: string[]
  serve(folder: string): void
  /** The network is gone. */
  cut(): Promise<void>
}

/** A host of the site's first version, which may be given another. */
async function openHost(): Promise<Host> {
  let respond: RequestListener = serveFolder(first)
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url?.replace('/deck/', '') ?? '')
    if (request.url?.includes('/live/')) response.end(`position ${asked.length}`)
    else respond(request, response)
  })
  const url = `http://localhost:${await listenHere(server)}/deck/`
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close().closeAllConnections()
    await closed
  }
  closing.push(cut)
  const serve = (next: string) => {
    respond = serveFolder(next)
  }
  return { url, asked, cut, serve }
}

/** A visitor whose first view has come and whose worker has all it keeps. */
async function visitOnce(view: 'reading' | 'presenting' = 'reading'): Promise<Visitor & { host: Host }> {
  const host = await openHost()
  const visitor = await visit({ worker: true, host: new URL(host.url).host })
  await openIn(visitor.page, view, host.url)
  await visitor.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  return { ...visitor, host }
}

const addressIn = (host: Host, language: Language) => host.url + (language === 'lt' ? '' : 'en/')

/** Looks for a new version, as browsers do by themselves at each visit, and waits until it is there. */
async function awaitNewVersion(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed')
}

/** Which version a page is of: its text, and the script that presents it. */
async function readVersion(page: Page): Promise<{ text: string; script: string }> {
  await settle(page)
  return page.evaluate(() => ({
    text: /Nauja|New/.test(document.querySelector('#sodai .title')?.textContent ?? '') ? 'new' : 'old',
    script: document.documentElement.dataset['ready'] === 'new' ? 'new' : 'old',
  }))
}

const OLD = { text: 'old', script: 'old' }
const NEW = { text: 'new', script: 'new' }

describe('with the network gone after the first visit', () => {
  it('every slide is there to be read, in both languages, in the deck’s own fonts', async () => {
    const { page, host, problems } = await visitOnce()
    await host.cut()
    for (const language of LANGUAGES) {
      await page.goto(addressIn(host, language))
      await settle(page)
      expect(await findLostWords(page, language)).toEqual([])
      for (const id of IDS) {
        await page.evaluate((slide) => document.getElementById(slide)?.scrollIntoView(), id)
      }
      const fonts = await page.evaluate(async () => {
        const faces = await document.fonts.ready
        return [...faces].filter(({ family }) => !family.includes('fallback')).map(({ status }) => status)
      })
      expect(fonts.length).toBeGreaterThan(3)
      expect(fonts).not.toContain('error')
      expect(fonts.filter((status) => status === 'loaded').length).toBeGreaterThan(3)
    }
    expect(problems).toEqual([])
  })

  it('it can be presented, even by the page that was there before', async () => {
    const { page, host, problems } = await visitOnce()
    await host.cut()
    await page.keyboard.press('r')
    await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
    for (const language of ['en', 'lt'] as const) {
      await page.keyboard.press('Home')
      await page.keyboard.press('l')
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, language)
      await settle(page)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expectPlace(page, 'sodai', 1)
      await page.keyboard.press('End')
      await expectPlace(page, 'pabaiga')
    }
    expect(problems).toEqual([])
  })

  it('a link to a slide, its share page and an address with a query lead there', async () => {
    const { page, host } = await visitOnce('presenting')
    await host.cut()
    for (const address of ['#zygis', 's/zygis/', 's/zygis/?from=mail', '?from=mail#zygis']) {
      await page.goto('about:blank')
      await page.goto(host.url + address)
      await expectPlace(page, 'zygis')
    }
    await page.goto(`${host.url}en/s/taryba/`)
    await expectPlace(page, 'taryba')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })
})

it('what is kept comes after the first view, is asked for once, and is the deck and nothing else', async () => {
  const { page, host, problems } = await visitOnce()
  const beforeWorker = host.asked.slice(0, host.asked.indexOf('worker.js'))
  expect(beforeWorker.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(2)
  const before = host.asked.length
  await page.reload()
  await settle(page)
  // But for the worker itself, which browsers ask for in case there is a newer one.
  expect(host.asked.slice(before).filter((name) => name !== 'worker.js')).toEqual([])
  expect(problems).toEqual([])
  const others = ['live/main', 'presenter', 'Miesto-sodu-diena.pdf', 'share/lt/pradzia.png', '404.html']
  const listOthers = () => host.asked.filter((name) => name !== 'worker.js')
  for (const address of [...others, ...others]) {
    const asked = listOthers().length
    await page.evaluate(async (url) => (await fetch(url)).text(), host.url + address)
    expect(listOthers().slice(asked), address).toEqual([address])
  }
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(caches_.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname.replace('/deck/', ''))
  })
  expect(kept.filter((name) => !/^(en\/)?index\.html$|^assets\/[\w-]+\.(js|woff2)$/.test(name))).toEqual([])
  expect(kept).toContain('en/index.html')
})

describe('a new version', () => {
  it('that arrives while one reads disturbs nothing; the next visit gets it whole', async () => {
    const { page, host, problems } = await visitOnce()
    host.serve(at('second'))
    await awaitNewVersion(page)
    // The old version's script is not on the host any more.
    await page.keyboard.press('r')
    await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
    expect(await readVersion(page)).toEqual(OLD)
    await page.keyboard.press('l')
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(await readVersion(page)).toEqual(OLD)
    const beside = await page.browserContext().newPage()
    await openIn(beside, 'presenting', host.url)
    expect(await readVersion(beside)).toEqual(OLD)
    // With another page open, a reload is no reason to take the old version away from it.
    await beside.reload()
    expect(await readVersion(beside)).toEqual(OLD)
    expect(problems).toEqual([])
    const later = await page.browserContext().newPage()
    await Promise.all([page.close(), beside.close()])
    // Closing a page takes the browser a moment, so the first visits may still get the old version: whole, too.
    const seen: (typeof OLD)[] = []
    const isNewest = async () => {
      await later.goto('about:blank')
      await openIn(later, 'presenting', host.url)
      seen.push(await readVersion(later))
      expect(seen.at(-1)).toEqual(NEW)
    }
    await vi.waitFor(isNewest, 20_000)
    for (const { text, script } of seen) expect(script).toBe(text)
    for (const language of LANGUAGES) {
      await openIn(later, 'presenting', addressIn(host, language))
      expect(await readVersion(later), language).toEqual(NEW)
    }
  })

  it('is there after a reload of the only page, at the same slide and step', async () => {
    const { page, host, problems } = await visitOnce('presenting')
    await page.goto(`${host.url}#zygis`)
    await expectPlace(page, 'zygis')
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'zygis', 1)
    host.serve(at('second'))
    await awaitNewVersion(page)
    // The page that comes first reloads once more: its load is not what is waited for.
    const session = await page.createCDPSession()
    // The old worker hears a moment later that a new one waits; until then a reload is like any other.
    await vi.waitFor(async () => {
      await session.send('Page.reload')
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'new', {
        polling: 50,
        timeout: 5000,
      })
    }, 30_000)
    expect(await readVersion(page)).toEqual(NEW)
    await expectPlace(page, 'zygis', 1)
    // A page that reloads itself gives up its own load, which may not have ended yet.
    expect(problems.filter((problem) => problem !== `failed: ${host.url}#zygis`)).toEqual([])
  })

  it('that is only half uploaded is left alone until it is whole', async () => {
    const { page, host, problems } = await visitOnce('presenting')
    host.serve(at('half'))
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      const found = new Promise<ServiceWorker | null>((resolve) => {
        registration.onupdatefound = () => resolve(registration.installing)
      })
      await registration.update()
      const worker = await found
      await new Promise<void>((resolve) => {
        if (worker?.state === 'redundant') resolve()
        worker?.addEventListener('statechange', () => worker.state === 'redundant' && resolve())
      })
      return registration.waiting === null
    })
    expect(failed).toBe(true)
    await page.reload()
    expect(await readVersion(page)).toEqual(OLD)
    host.serve(at('second'))
    await awaitNewVersion(page)
    expect(problems).toEqual([])
  })

  it('without offline use takes the kept files away', async () => {
    const { page, host } = await visitOnce('presenting')
    host.serve(at('retired'))
    await page.evaluate(async () => void (await navigator.serviceWorker.ready).update())
    await page.waitForFunction(async () => {
      const workers = await navigator.serviceWorker.getRegistrations()
      return workers.length === 0 && (await caches.keys()).length === 0
    })
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'new')
    expect(await page.$('link[rel="manifest"], [data-worker]')).toBeNull()
  })
})
