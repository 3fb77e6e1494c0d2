import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/deck/language.ts'
import { outlineDeck } from '../../src/page/outline.ts'
import { renderSlides } from '../../src/page/render-slide.ts'
import { readGolden, readWords } from '../../tests/golden.ts'
import deck from './deck.ts'
import { clusters, companies } from './facts.ts'

/** Its golden texts are typed by hand from the talk itself, not made from the slides. */
describe.each(LANGUAGES)('the talk (%s)', (language) => {
  const slides = renderSlides({ deck, language, logos: new Map() })

  it('says every word of the source and no other', () => {
    expect(slides.map(({ markup }) => readWords(markup, ['foot']))).toEqual(
      readGolden(new URL(`golden.${language}.txt`, import.meta.url)),
    )
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
