import { describe, expect, it } from 'vitest'
import deck from '../../../tests/fixtures/slides/sample/deck.ts'
import { LANGUAGES } from '../../deck/language.ts'
import { html } from '../../markup/html.ts'
import { renderPage } from '../../page/page.ts'
import { renderConsole, renderNotes } from './render-console.ts'

const HEAD = html`<!-- head -->`

describe.each(LANGUAGES)('the console’s page (%s)', (language) => {
  const options = { deck, language, logos: new Map<string, string>(), head: HEAD }
  const page = renderConsole({ ...options, live: { room: 'hall', path: '/live/hall' } })

  it('has every slide once', () => {
    for (const id of Object.keys(deck.slides)) expect(page.split(`<section id="${id}"`).length).toBe(2)
  })

  it('names the room, and another origin only when there is one', () => {
    const find = (markup: string) => markup.match(/<main class="console"[^>]*>/)?.[0]
    expect(find(page)).toBe(
      `<main class="console" data-language="${language}" data-room="hall" data-live="/live/hall">`,
    )
    const origin = 'http://192.168.1.20:4173'
    const told = renderConsole({ ...options, origin, live: { room: 'hall', path: '/live/hall' } })
    expect(find(told)).toContain(` data-origin="${origin}"`)
  })

  it('has no id twice', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it('holds no notes: they are rendered separately, some for each slide', () => {
    const visitors = renderPage(options)
    const notes = renderNotes(deck, language)
    expect(Object.keys(notes)).toEqual(Object.keys(deck.slides))
    for (const cues of Object.values(notes)) expect(cues.length).toBeGreaterThan(0)
    const cues = Object.values(notes).flat()
    expect(cues.filter((cue) => page.includes(cue) || visitors.includes(cue))).toEqual([])
  })
})
