import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, LANGUAGES, type Language, PHONE, useBrowser, WIDE } from './browser.ts'
import { IDS, LINKS, normalise, readTalk, TITLES } from './talk.ts'

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

/** How many dots paths draw: each is a stroke of no length with a round cap. */
function countDots(page: Page, selector: string): Promise<number> {
  return page.$$eval(selector, (paths) =>
    paths
      .map((path) => (path.getAttribute('d') ?? '').match(/M-?[\d.]+ -?[\d.]+h0(?![\d.])/g)?.length ?? 0)
      .reduce((sum, count) => sum + count, 0),
  )
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

  it('has each slide as one labelled section with one heading', async () => {
    const slides = await page.$$eval('.slides > :not(link, script, .parts)', (elements) =>
      elements.map((element) => ({
        element: element.localName,
        id: element.id,
        label: element.ariaLabel,
        headings: [...element.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
          ({ localName, textContent }) => `${localName} ${textContent.replace(/\s+/g, ' ')}`,
        ),
      })),
    )
    const of = language === 'lt' ? 'iš' : 'of'
    expect(slides).toEqual(
      IDS.map((id, index) => ({
        element: 'section',
        id,
        label: `${index + 1} ${of} ${IDS.length}: ${TITLES[language][index]}`,
        headings: [`${index === 0 ? 'h1' : 'h2'} ${TITLES[language][index]}`],
      })),
    )
    expect(await page.$$eval('section, h1', (found) => found.length)).toBe(IDS.length + 1)
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
      title: { lt: 'Miesto sodų diena – SodaiLT', en: 'Garden City Day – SodaiLT' }[language],
      description: {
        lt: 'Draugija vienija 12 miesto sodų, prižiūri 150 žalių lysvių ir yra žaliausia tokio pobūdžio bendruomenė mieste.',
        en: 'The society unites 12 city gardens, looks after 150 green beds and is the greenest community of its kind in the city.',
      }[language],
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
    await page.waitForFunction(
      (other) => document.documentElement.lang === other,
      {},
      language === 'lt' ? 'en' : 'lt',
    )
    expect(problems).toEqual([])
  })

  it('draws 12 clusters and 150 companies, dot by dot', async () => {
    expect(await countDots(page, '#net-hubs')).toBe(12)
    expect(await countDots(page, '#net-companies')).toBe(150)
    for (const slide of ['pradzia', 'sodai', 'pabaiga']) {
      const used = await page.$$eval(`#${slide} use`, (uses) =>
        uses.map((use) => use.getAttribute('href')).toSorted(),
      )
      expect(used, slide).toEqual(['#net-companies', '#net-hubs'])
    }
    expect(await countDots(page, '#bendrija .ring-clusters')).toBe(12)
    const loop = '#kaita .cluster'
    expect(await page.$$eval(loop, (clusters) => clusters.length)).toBe(12)
    expect(await countDots(page, `${loop} .hubs`)).toBe(12)
    expect(await countDots(page, `${loop} .companies`)).toBe(150)
    expect(
      await page.$$eval(loop, (clusters) => new Set(clusters.map(({ outerHTML }) => outerHTML)).size),
    ).toBe(12)
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

describe('the two languages', () => {
  it('have the same figures on every slide', async () => {
    const figures = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { page } = await read(language)
        const texts = await readSlides(page)
        return texts.map((text) => text.match(/\d+/g)?.toSorted() ?? [])
      }),
    )
    expect(figures[0]).toEqual(figures[1])
    expect(figures[0]?.[1]).toEqual(['12', '12', '150', '150'])
  })
})
