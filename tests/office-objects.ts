import type { Deck } from '../src/deck/deck.ts'
import { writeOfficeFaces } from '../src/files/pptx/office-faces.ts'
import type { Slide } from '../src/layouts/index.ts'
import deck from './fixtures/slides/sample/deck.ts'

const STYLES = `
* { margin: 0; padding: 0; box-sizing: border-box }
section { position: relative; width: 1280px; height: 720px; overflow: clip; background: #faf7f0; color: #0d1b2a;
  font: 400 24px/1.4 "Instrument Sans"; padding: 60px 90px }
h2 { font: 700 50px/1.1 "Bricolage Grotesque" }
ul, ol { padding-left: 40px }
table { border-collapse: collapse; width: 600px; margin-top: 20px }
td, th { border: 2px solid #0a7d55; padding: 8px 12px; text-align: left }
th { background: #ffffff }
img { position: absolute; left: 800px; top: 200px; width: 300px; height: 300px; object-fit: cover }`

/** 4 × 2 pixels. */
export const PHOTOGRAPH =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAFUlEQVR4nGP8z8DAwMDAxAADCAMAEAsBA/3zXLYAAAAASUVORK5CYII='

/** Twice as wide as high. */
const LOGO = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="20" cy="10" r="9"/></svg>')}`

/** A document of the given slides to measure. */
export async function composeObjects(slides: string): Promise<string> {
  const faces = await writeOfficeFaces(slides)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Objects</title>
<style>${faces}${STYLES}</style></head><body><main class="slides">${slides}</main></body></html>`
}

/**
 * Slides with what the talk lacks: lists with marks on two levels, a table with merged cells, a cropped
 * photograph.
 */
export const OBJECTS = `
<section id="lists" data-layout="objects"><h2>Lists &amp; links</h2>
  <ul><li>One</li><li>Two<ul><li>Two and a half</li></ul></li></ul>
  <ol start="3"><li>Three</li><li>See <a href="#table">the <b>table</b></a> and <a href="https://example.org/a?b=1&amp;c=2">a page</a></li></ol>
  <img src="${PHOTOGRAPH}" alt="A photograph">
</section>
<section id="table" data-layout="objects"><h2>A table</h2>
  <p><a href="#lists" style="text-decoration: none">In Vilnius</a><br>on Monday</p>
  <table aria-label="Two years"><thead><tr><th>Year</th><th colspan="2">Clusters</th></tr></thead>
  <tbody><tr><td rowspan="2">2025</td><td>12</td><td lang="lt">Vilnius</td></tr><tr><td>13</td><td>Kaunas</td></tr></tbody></table>
  <img src="${LOGO}" alt="A logo" style="object-fit: contain">
</section>`

const slide = (title: string): Slide => {
  const nothing = { lt: { markdown: '' }, en: { markdown: '' } }
  return { layout: 'plates', title: { lt: title, en: title }, minutes: 1, members: [], notes: nothing }
}

/** A deck for these slides. */
export const TEST_DECK: Deck = {
  ...deck,
  brand: 'Test',
  title: { lt: 'Objects', en: 'Objects' },
  slides: { lists: slide('Lists & links'), table: slide('A table') },
}
