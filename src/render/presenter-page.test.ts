import { describe, expect, it } from 'vitest'
import deck from '../../slides/deck.ts'
import { LANGUAGES } from '../slide.ts'
import { html } from './html.ts'
import { renderPage } from './page.ts'
import { renderPresenterPage } from './presenter-page.ts'

const HEAD = html`<!-- head -->`

describe.each(LANGUAGES)('the console’s page (%s)', (language) => {
  const options = { deck, language, logos: new Map<string, string>(), head: HEAD }
  const page = renderPresenterPage({ ...options, live: { room: 'hall', path: '/live/hall' } })

  it('has every slide once, with its notes', () => {
    for (const id of Object.keys(deck.slides)) {
      expect(page.split(`<section id="${id}"`).length).toBe(2)
      expect(findCues(page, id).length).toBeGreaterThan(0)
    }
  })

  it('names the room, and another origin only when there is one', () => {
    const find = (markup: string) => markup.match(/<main class="console"[^>]*>/)?.[0]
    expect(find(page)).toBe('<main class="console" data-room="hall" data-live="/live/hall">')
    const origin = 'http://192.168.1.20:4173'
    const told = renderPresenterPage({ ...options, origin, live: { room: 'hall', path: '/live/hall' } })
    expect(find(told)).toContain(` data-origin="${origin}"`)
  })

  it('has no id twice', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it('holds what the visitors’ page does not: the notes', () => {
    const visitors = renderPage(options)
    const cues = Object.keys(deck.slides).flatMap((id) => findCues(page, id))
    expect(cues.filter((cue) => visitors.includes(cue))).toEqual([])
  })
})

/** A slide's notes as the page has them, line by line. */
function findCues(page: string, id: string): string[] {
  const list = page.split(`<ul data-notes="${id}" hidden>`)[1]?.split('</ul>')[0] ?? ''
  return [...list.matchAll(/<li>(.+?)<\/li>/g)].map(([, cue = '']) => cue)
}
