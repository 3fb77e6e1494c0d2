import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../src/deck/language.ts'
import { checkDeck } from '../../src/page/check-deck.ts'
import { outlineDeck } from '../../src/page/outline.ts'
import { renderSlides } from '../../src/page/render-slide.ts'
import deck from './deck.ts'
import { clusters, companies } from './facts.ts'

/**
 * The talk's words, a text a slide: typed by hand from the talk itself, not made from the slides, so that a word that
 * is lost, added or changed is noticed.
 */
function readGolden(language: Language): string[] {
  const text = readFileSync(new URL(`golden.${language}.txt`, import.meta.url), 'utf8')
  return text
    .trim()
    .split(/\n{2,}/)
    .map(normalise)
}

const normalise = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** Elements that stand in a line of text. */
const INLINE = /<\/?(a|b|em|span|strong|wbr)\b[^>]*>/g

/** What a slide's HTML says to the eye and the ear. */
function readWords(markup: string): string {
  const words = markup
    .replace(/<p class="foot".*?<\/p>/gs, '')
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return normalise(words)
}

describe.each(LANGUAGES)('the talk (%s)', (language) => {
  const slides = renderSlides({ deck, language, logos: new Map() })

  it('says every word of the source and no other', () => {
    expect(slides.map(({ markup }) => readWords(markup))).toEqual(readGolden(language))
  })

  it('draws as many clusters and companies as it says', () => {
    const drawn = slides.map(({ markup }) => markup.match(/class="cluster /g)?.length ?? 0)
    expect(Math.max(...drawn)).toBe(clusters)
    expect(deck.network).toEqual({ clusters, companies })
  })

  it('has the source’s links and no other', () => {
    const links = slides.flatMap(({ markup }) => [
      ...markup.matchAll(/<a class="address"[^>]* href="([^"]*)"/g),
    ])
    expect(links.map(([, href]) => href)).toEqual([
      'https://ec.europa.eu/growth/industry/policy_en',
      'https://www.clustercollaboration.eu/news/eccp-webinar-covid-19-industrial-cluster-response-role-european-clusters',
      'https://ec.europa.eu/growth/content/clusters-drivers-european-economy-results-2020-european-panorama-report_en',
      'mailto:klaster@klaster.lt',
      'https://www.linkedin.com/in/kristina-sermuksnyte-alesiuniene-53488653/',
    ])
  })
})

it('has its slides in the source’s order, and its steps', () => {
  expect(outlineDeck(deck).map(({ id, steps }) => `${id} ${steps}`)).toEqual([
    'infodiena 0',
    'asociacija 2',
    'naryste 0',
    'valdyba 0',
    'verte-strategija 1',
    'verte-krize 1',
    'transformacija 1',
    'jojimas 3',
    'aciu 0',
  ])
})

it('has no fault', () => {
  const slideFiles = Object.keys(deck.slides)
  const folder = `slides/${path.basename(import.meta.dirname)}`
  expect(checkDeck({ folder, deck, slideFiles, logos: [] })).toEqual([])
})
