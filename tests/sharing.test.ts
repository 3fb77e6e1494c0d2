import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import {
  addressOf,
  expectPlace,
  expectReading,
  LANGUAGES,
  type Language,
  openIn,
  PHONE,
  useBrowser,
} from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { IDS, normalise, readTalk, TITLES } from './talk.ts'

const visit = useBrowser()
const siteUrl = inject('siteUrl')
const folderOf = (language: Language) => (language === 'lt' ? '' : 'en/')
const readSite = (name: string) => readFileSync(path.join(inject('siteFolder'), name))
const fetchBytes = async (url: string) => {
  const response = await fetch(url)
  expect(response.status, url).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** What a network reads off a page: `og:…` and `twitter:…`, and where the page says it is. */
function readTags(html: string): Map<string, string> {
  const tags = html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g)
  return new Map([...tags].map(([, name = '', content = '']) => [name, content]))
}

/** A PNG's width and height, as its header has them. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe.each(LANGUAGES)('what is shared (%s)', (language) => {
  const pages = [
    { page: folderOf(language), slide: 'pradzia', title: TITLES[language][0] },
    ...IDS.map((slide, index) => ({
      page: `${folderOf(language)}s/${slide}/`,
      slide,
      title: TITLES[language][index] ?? '',
    })),
  ]

  it.each(pages)('has a title, words and a picture of its own: /$page', async ({ page, slide, title }) => {
    const tags = readTags((await fetchBytes(siteUrl + page)).toString())
    expect(tags.get('og:title')).toContain(title)
    expect(tags.get('og:url')).toBe(siteUrl + page)
    expect(tags.get('og:description')).toBe(deck.description[language])
    expect(tags.get('og:locale')).toBe({ lt: 'lt_LT', en: 'en_GB' }[language])
    expect(tags.get('twitter:card')).toBe('summary_large_image')
    const picture = tags.get('og:image') ?? ''
    expect(picture).toBe(`${siteUrl}share/${language}/${slide}.png`)
    expect(sizeOf(await fetchBytes(picture))).toEqual([1200, 630])
  })

  it('differs from picture to picture, but where two slides share their title', () => {
    const pictures = IDS.map((slide) => readSite(`share/${language}/${slide}.png`).toString('base64'))
    expect(new Set(pictures).size).toBe(new Set(TITLES[language]).size)
  })

  it.each([true, false])('leads whoever opens it to the slide (scripts: %s)', async (scripts) => {
    const { page, problems } = await visit({ scripts })
    for (const slide of ['zygis', 'pradzia']) {
      await page.goto(`${siteUrl}${folderOf(language)}s/${slide}/`)
      await expect.poll(() => page.url()).toBe(addressOf(language, `#${slide}`))
    }
    expect(problems).toEqual([])
  })

  it('says to machines what the talk says of itself, and nothing else', () => {
    const html = readSite(`${folderOf(language)}index.html`).toString()
    const [, json = ''] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/) ?? []
    const talk = normalise(readTalk(language).join(' ')).toLowerCase()
    const facts: Record<string, unknown> = JSON.parse(json)
    expect(facts).toMatchObject({ '@type': 'PresentationDigitalDocument', inLanguage: language })
    const known = ['https://schema.org', language, siteUrl + folderOf(language)]
    known.push(`${siteUrl}share/${language}/pradzia.png`)
    const check = (value: unknown, name: string) => {
      if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) check(inner, key)
      } else if (name !== '@type' && !known.includes(String(value))) {
        const text = String(value)
          .toLowerCase()
          .replace(/^https:\/\/www\.|\.$|\/$/g, '')
        expect(talk, name).toContain(text)
      }
    }
    check(facts, '')
  })
})

describe('the site as an app', () => {
  it.each(LANGUAGES)('can be installed in its language (%s)', async (language) => {
    const { page, problems } = await visit()
    await page.goto(addressOf(language))
    const session = await page.createCDPSession()
    const { url, errors, data = '' } = await session.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // The browser of the test is private, which is all it has against it.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    const manifest = JSON.parse(data)
    expect(manifest).toMatchObject({ lang: language, short_name: 'SodaiLT', display: 'standalone' })
    expect(new URL(manifest.start_url, url).href).toBe(addressOf(language))
    expect(new URL(manifest.scope, url).href).toBe(siteUrl)
    for (const { src, sizes } of manifest.icons) {
      const bytes = await fetchBytes(new URL(src, url).href)
      if (sizes !== 'any') expect(sizeOf(bytes).join('x'), src).toBe(sizes)
    }
    const touch = await page.$eval('link[rel="apple-touch-icon"]', (link) => (link as HTMLLinkElement).href)
    expect(sizeOf(await fetchBytes(touch))).toEqual([180, 180])
    expect(problems).toEqual([])
  })

  it('has the bar’s own colours around it', async () => {
    const { page } = await visit({ viewport: PHONE })
    await openIn(page, 'reading', addressOf('lt'))
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      const { said, bar } = await page.evaluate(() => {
        const themes = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
        const controls = document.querySelector('.controls')
        return {
          said: themes.find(({ media }) => matchMedia(media).matches)?.content ?? '',
          bar: controls === null ? '' : getComputedStyle(controls).backgroundColor,
        }
      })
      const channels = [1, 3, 5].map((at) => Number.parseInt(said.slice(at, at + 2), 16))
      expect(bar, value).toBe(`rgb(${channels.join(', ')})`)
    }
  })

  it('is in the sitemap in all its languages, and nothing else of it is', () => {
    const map = readSite('sitemap.xml').toString()
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url)
    expect(listed).toEqual(LANGUAGES.map((language) => addressOf(language)))
    for (const language of LANGUAGES) {
      expect(map.split(`hreflang="${language}" href="${addressOf(language)}"`)).toHaveLength(3)
    }
  })
})

it('an address where nothing is leads to every slide, from any folder', async () => {
  const { page, problems } = await visit()
  for (const address of ['nothing', 'en/nothing', 'a/b/c/', 's/nothing/']) {
    const response = await page.goto(siteUrl + address)
    expect(response?.status()).toBe(404)
    expect(
      await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].length)),
    ).toBeGreaterThan(0)
    const links = await page.$$eval('a', (found) =>
      found.map((link) => ({ href: link.href, lang: link.closest('[lang]')?.getAttribute('lang') })),
    )
    expect(links, address).toEqual(
      LANGUAGES.flatMap((lang) =>
        IDS.map((id, index) => ({ href: addressOf(lang, index === 0 ? '' : `#${id}`), lang })),
      ),
    )
  }
  await page.click('section[lang="en"] li:nth-child(4) a')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  expect(page.url()).toBe(addressOf('en', '#taryba'))
  expect(problems.filter((problem) => !problem.includes('404'))).toEqual([])
})

describe('the share control', () => {
  it('copies the link to the slide one is on, and says so', async () => {
    const { page, problems } = await visit()
    await page
      .browserContext()
      .overridePermissions(new URL(siteUrl).origin, ['clipboard-read', 'clipboard-sanitized-write'])
    await openIn(page, 'presenting', addressOf('en'))
    const share = async () => {
      await page.focus('[data-control="share"]')
      await page.keyboard.press('Enter')
      await page.waitForFunction(
        () => document.querySelector('[role="status"].notice')?.textContent === 'Link copied',
      )
      return page.evaluate(() => navigator.clipboard.readText())
    }
    expect(await share()).toBe(addressOf('en'))
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('End')
    await expectPlace(page, 'pabaiga')
    expect(await share()).toBe(`${siteUrl}en/s/pabaiga/`)
    expect(problems).toEqual([])
  })

  it('hands the link to the system’s sheet on a phone', async () => {
    const { page, problems } = await visit({ viewport: PHONE })
    await page.evaluateOnNewDocument(() => {
      navigator.share = async (data) => {
        document.documentElement.dataset['shared'] = data?.url
      }
    })
    await openIn(page, 'reading', addressOf('lt', '#taryba'))
    await expectReading(page, 'taryba')
    await page.tap('[data-control="share"]')
    const shared = () => page.$eval('html', ({ dataset }) => dataset['shared'])
    await expect.poll(shared).toBe(`${siteUrl}s/taryba/`)
    expect(problems).toEqual([])
  })

  it('shows the link where the browser does not let it be copied', async () => {
    const { page, problems } = await visit()
    await page.evaluateOnNewDocument(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await openIn(page, 'reading', addressOf('lt'))
    await page.click('[data-control="share"]')
    await page.waitForFunction(
      (link) => document.querySelector('.notice')?.textContent === `Nukopijuokite nuorodą: ${link}`,
      {},
      siteUrl,
    )
    // It stays to be copied, until something else is pressed.
    await page.click('.notice')
    expect(await page.$eval('.notice', ({ textContent }) => textContent)).toContain(siteUrl)
    await page.click('h1')
    await page.waitForFunction(() => document.querySelector('.notice')?.textContent === '')
    expect(problems).toEqual([])
  })

  it('is not there where nothing can be shared', async () => {
    const { page } = await visit()
    await page.evaluateOnNewDocument(() => {
      for (const name of ['share', 'clipboard']) Reflect.deleteProperty(Navigator.prototype, name)
    })
    await openIn(page, 'reading', addressOf('lt'))
    expect(await page.$eval('[data-control="share"]', (control) => control.checkVisibility())).toBe(false)
  })
})
