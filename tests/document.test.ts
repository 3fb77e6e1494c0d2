import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, LANGUAGES, type Language, PHONE, useBrowser, WIDE } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { LINKS, normalise, readTalk } from './talk.ts'

const visit = useBrowser()

/** The page as it comes, its scripts switched off. */
async function read(language: Language, viewport = WIDE) {
  const visitor = await visit({ scripts: false, viewport })
  const response = await visitor.page.goto(addressOf(language))
  expect(response?.status()).toBe(200)
  return visitor
}

/** The text of each slide that is to be seen and heard, in the document's order. */
async function readSlides(page: Page): Promise<string[]> {
  const texts = await page.$$eval('.slides > section', (slides) => {
    const write = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof HTMLElement) || node.ariaHidden === 'true') return ''
      const { display } = getComputedStyle(node)
      const isSeen = node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      // An element that is only its contents has no box that could be seen.
      if (node.localName === 'wbr' || (!isSeen && display !== 'contents')) return ''
      const text = [...node.childNodes].map(write).join('')
      return display === 'inline' ? text : ` ${text} `
    }
    return slides.map(write)
  })
  return texts.map(normalise)
}

describe.each(LANGUAGES)('the page without scripts (%s)', (language) => {
  let page: Page
  let problems: readonly string[]
  beforeAll(async () => {
    ;({ page, problems } = await read(language))
  })
  afterAll(() => expect(problems).toEqual([]))

  it('shows every word of the talk in its order on a wide screen and on a phone', async () => {
    expect(await readSlides(page)).toEqual(readTalk(language))
    const phone = await read(language, PHONE)
    expect(await readSlides(phone.page)).toEqual(readTalk(language))
    expect(phone.problems).toEqual([])
  })

  it('says in its head what it is', async () => {
    const head = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content,
      canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href,
      alternates: [...document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"]')].map(
        ({ hreflang, href }) => `${hreflang} ${href}`,
      ),
    }))
    expect(head).toEqual({
      lang: language,
      title: `${deck.title[language]} – ${deck.brand}`,
      description: deck.description[language],
      canonical: addressOf(language),
      alternates: [`lt ${addressOf('lt')}`, `en ${addressOf('en')}`, `x-default ${addressOf('lt')}`],
    })
  })

  it('has the talk’s links and no other, each with an address one can read', async () => {
    const links = await page.$$eval('.slides a:not(.anchor)', (found) =>
      found.map((link) => ({ href: link.getAttribute('href'), text: link.textContent })),
    )
    const readable = (url: string) => url.replace(/^(mailto:|https:\/\/(www\.)?)/, '').replace(/\/$/, '')
    expect(links.map(({ href }) => href)).toEqual(LINKS)
    expect(links.map(({ text }) => normalise(text))).toEqual(LINKS.map(readable))
  })

  it('leads to the other language and has no control that needs a script', async () => {
    const { page, problems } = await read(language)
    const shown = await page.$$eval('[data-control]', (controls) =>
      controls.filter((control) => control.checkVisibility()).map(({ localName }) => localName),
    )
    expect(shown).toEqual(['a'])
    await page.click('[data-control="language"]')
    const other = language === 'lt' ? 'en' : 'lt'
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, other)
    expect(problems).toEqual([])
  })

  it('marks words of other languages as such', async () => {
    const marked = await page.$$eval('.slides [lang]', (found) =>
      found.map((element) => `${element.getAttribute('lang')} ${element.textContent}`),
    )
    const english = ['CITY HERB GARDEN Riverside', 'iLapai leafy garden', 'Rooftop Rose Garden']
    const lithuanian = [
      'SENAMIESČIO VAISMEDŽIŲ AUGINTOJŲ IR PRIŽIŪRĖTOJŲ BENDRIJA',
      'Medingų augalų ir miesto bitynų sodas',
      'Austėja Žydrūnaitė-Ąžuolienė',
    ]
    const expected =
      language === 'lt'
        ? [...english, 'double greening', 'double greening', 'INTERNATIONAL GARDENS MOVEMENT'].map(
            (text) => `en ${text}`,
          )
        : lithuanian.map((text) => `lt ${text}`)
    expect(marked.map(normalise)).toEqual(expect.arrayContaining(expected))
  })
})
