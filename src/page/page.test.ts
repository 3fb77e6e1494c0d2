import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { html } from '../markup/html.ts'
import { renderPage } from './page.ts'

const options = { deck, logos: new Map<string, string>(), head: html`` }

test('the links between the languages are relative until the site has an address', () => {
  const page = renderPage({ ...options, language: 'en' })
  expect(page).toContain('<link rel="canonical" href="../en/">')
  expect(page).toContain('<link rel="alternate" hreflang="lt" href="../">')
  expect(page).toContain('<link rel="alternate" hreflang="x-default" href="../">')
  const published = renderPage({ ...options, language: 'en', siteUrl: 'https://deck.example/talk/' })
  expect(published).toContain('<link rel="canonical" href="https://deck.example/talk/en/">')
  expect(published).toContain('data-control="language" href="../"')
})

test('no note of the speaker is in the page', () => {
  for (const language of ['lt', 'en'] as const) {
    const page = renderPage({ ...options, language })
    for (const { notes } of Object.values(deck.slides)) {
      for (const line of notes[language].markdown.split('\n')) expect(page).not.toContain(line)
    }
  }
})

test('a follower’s page has a hidden slide under a cover, the hall’s has it, and neither counts it', () => {
  const slides = Object.entries(deck.slides).map(([id, slide]) => [id, { ...slide, hidden: id === 'taryba' }])
  const hiding = { ...deck, slides: Object.fromEntries(slides) }
  const render = (hall: boolean) =>
    renderPage({ ...options, deck: hiding, language: 'en', live: { room: 'main', hall } })
  expect(render(false)).toMatch(
    /<div hidden><section id="taryba" class="slide" data-hidden [^>]*aria-label="Extra slide: /,
  )
  expect(render(false)).not.toContain('<a href="#taryba"')
  expect(render(true)).toMatch(/\n<section id="taryba" class="slide" data-hidden /)
  for (const hall of [false, true]) expect(render(hall)).toContain('aria-label="4 of 8: The use of gardens"')
})

test('each of the talk’s clusters and companies is drawn', () => {
  const page = renderPage({ ...options, language: 'lt' })
  const count = (id: string) => new RegExp(`id="${id}" d="([^"]*)"`).exec(page)?.[1]?.split('h0').length
  expect([count('net-hubs'), count('net-companies')]).toEqual([12 + 1, 150 + 1])
})
