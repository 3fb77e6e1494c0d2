import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Ask, installInPage } from '../src/browser/in-page-script.ts'
import { presentDeck } from '../src/files/pptx/present.ts'
import { writePptx } from '../src/files/pptx/write-pptx.ts'
import { writeText } from '../src/files/text/write-text.ts'
import type { MeasuredItem } from '../src/measured/measured-slide.ts'
import { useBrowser } from './browser.ts'
import { measureHtml } from './office.ts'
import { composeObjects, OBJECTS, PHOTOGRAPH, TEST_DECK } from './office-objects.ts'
import { readParts, textsOf } from './pptx-parts.ts'

const visit = useBrowser()

/** The parts of a presentation and the plain text of these slides. */
async function write(html: string): Promise<{ parts: Record<string, string>; text: string }> {
  const { page } = await visit()
  const slides = await measureHtml(page, await composeObjects(html))
  const content = { deck: TEST_DECK, language: 'en', slides, notes: false } as const
  return {
    parts: readParts(await writePptx(presentDeck(content), undefined)),
    text: writeText(content),
  }
}

describe('native objects, of a page that no layout of the deck has', () => {
  let parts: Record<string, string>
  let text: string
  beforeAll(async () => {
    ;({ parts, text } = await write(OBJECTS))
  })
  const slide = (number: number) => parts[`ppt/slides/slide${number}.xml`] ?? ''

  test('a list is a list, of two levels', () => {
    const paragraphs = [...slide(1).matchAll(/<a:p>.*?<\/a:p>/gs)].map(([paragraph]) => paragraph)
    const marked = (mark: string) => paragraphs.filter((one) => one.includes(mark)).flatMap(textsOf)
    expect(marked('<a:buChar')).toEqual(['One', 'Two', 'Two and a half'])
    expect(marked('lvl="1"')).toEqual(['Two and a half'])
    expect(marked('<a:buAutoNum type="arabicPeriod" startAt="3"')).toEqual(['Three'])
    expect(marked('<a:buAutoNum type="arabicPeriod" startAt="4"')).toEqual(['See the table and a page'])
  })

  test('links lead to pages and to slides of the file', () => {
    const rels = parts['ppt/slides/_rels/slide1.xml.rels'] ?? ''
    expect(rels).toContain('Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"')
    expect(rels).toContain('Target="slide2.xml"')
    expect(slide(1)).toContain('action="ppaction://hlinksldjump"')
  })

  test('only links that a line shows are underlined; of others the whole text is the link', () => {
    expect(slide(1).match(/ u="sng"/g)).toHaveLength(3)
    expect(slide(2)).toMatch(/<p:cNvPr [^>]*><a:hlinkClick [^>]*\/><\/p:cNvPr>(?!.*hlinkClick)/s)
  })

  test('a photograph is cropped to what is seen of it, and says what it shows', () => {
    expect(slide(1)).toMatch(/<p:pic>.*descr="A photograph"/s)
    expect(slide(1)).toMatch(/<a:srcRect l="25000" r="25000" t="0" b="0"\s*\/>/)
    expect(slide(1)).toMatch(
      /<p:pic>.*?<a:off x="7620000" y="1905000"\/>\s*<a:ext cx="2857500" cy="2857500"\/>/s,
    )
  })

  test('a picture that is drawn becomes pixels, in the room that it leaves free around itself', () => {
    const media = Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))
    expect(media.filter((name) => !name.endsWith('.png'))).toEqual([])
    expect(media).toHaveLength(2)
    expect(slide(2)).toMatch(
      /descr="A logo".*<a:off x="7620000" y="2619375"\/>\s*<a:ext cx="2857500" cy="1428750"\/>/s,
    )
  })

  test('a table is a table, with merged cells, lines, grounds and languages', () => {
    const table = slide(2).match(/<p:graphicFrame>.*<\/p:graphicFrame>/s)?.[0] ?? ''
    expect(table).toContain('descr="Two years"')
    expect(textsOf(table)).toEqual(
      expect.arrayContaining(['Year', 'Clusters', '2025', '12', 'Vilnius', '13', 'Kaunas']),
    )
    for (const mark of ['gridSpan="2"', 'rowSpan="2"', '<a:tblPr firstRow="1"/>', 'val="accent1"'])
      expect(table).toContain(mark)
    expect(table.match(/<a:gridCol /g)).toHaveLength(3)
    expect(table).toMatch(/<a:rPr lang="lt-LT"[^>]*>(?:(?!<a:t>).)*<a:t>Vilnius/s)
  })

  test('the text has them too', () => {
    expect(text).toContain('- One\n- Two\n- Two and a half')
    expect(text).toContain('3. Three\n4. See the table and a page (https://example.org/a?b=1&c=2)')
    expect(text).toContain('In Vilnius\non Monday\n\nYear')
    expect(text).toContain('[A photograph]')
    expect(text).toContain('Year\tClusters\n2025\t12\tVilnius\n13\tKaunas')
  })
})

let page: Page
let ask: Ask
beforeAll(async () => {
  ;({ page } = await visit())
  await page.emulateMediaType('print')
  await page.setContent(await composeObjects(''))
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())).then(() => {}))
  ask = await installInPage(page)
})

/** What the page tells of one slide, which takes the place of the one before. */
async function measureOne(html: string): Promise<readonly MeasuredItem[]> {
  await page.$eval(
    'main',
    async (main, slide) => {
      main.innerHTML = slide
      await Promise.all([...document.images].map((image) => image.decode()))
    },
    `<section id="one">${html}</section>`,
  )
  const [slide] = await ask('measureSlides')
  return slide?.items ?? []
}

const wordsOf = (items: readonly MeasuredItem[]) =>
  items.flatMap((item) =>
    item.kind === 'paragraph' && !item.isTitle ? [item.runs.map(({ text }) => text).join('')] : [],
  )

test('pictures in running text are measured, and text of elements without a box', async () => {
  const items = await measureOne(
    `<h2>One</h2><p>See <a href="#one"><svg width="9" height="9"><path d="M0 0h9v9z"/></svg><b style="display: contents">this</b></a></p>`,
  )
  expect(wordsOf(items)).toEqual(['See this'])
  expect(items.filter(({ kind }) => kind === 'path')).toHaveLength(1)
})

test('a part that is used stands where it is used', async () => {
  const items = await measureOne(
    `<svg style="position: absolute; left: 0; top: 0" width="99" height="99">
      <defs><path id="part" d="M0 0h9v9z"/></defs><use href="#part" x="20" y="30"/></svg>`,
  )
  const paths = items.filter((item) => item.kind === 'path')
  expect(paths.map(({ matrix }) => matrix)).toEqual([[1, 0, 0, 1, 20, 30]])
})

test('a row’s ground is its cells’', async () => {
  const rows = '<tr style="background: #46d9a1"><td>Year</td></tr><tr><td>2025</td></tr>'
  const [found] = (await measureOne(`<table>${rows}</table>`)).filter((item) => item.kind === 'table')
  const fills = found?.rows.map(({ cells }) => cells.map(({ fill }) => fill?.hex))
  expect(fills).toEqual([['46D9A1'], [undefined]])
})

test('centred text in a circle has all the room that the circle gives it', async () => {
  const circle = `<p style="display: grid; place-content: center; inline-size: 90px; block-size: 90px; border-radius: 50%; background: #0d1b2a; text-align: center">OZ</p>`
  const { parts } = await write(`<section id="lists" data-layout="objects"><h2>One</h2>${circle}</section>`)
  expect(parts['ppt/slides/slide1.xml']).toMatch(
    /prst="ellipse"(?:(?!<\/p:sp>).)*lIns="0" tIns="0" rIns="0" bIns="0"/s,
  )
})

test('a line may end within a word where the page ends one, and nowhere else', async () => {
  const items = await measureOne(
    `<p style="width: 42px; overflow-wrap: anywhere">1234567 34</p><p style="width: 1px; overflow-wrap: anywhere">1😀2</p>`,
  )
  expect(wordsOf(items)).toEqual(['123\u200b456\u200b7 34', '1\u200b😀\u200b2'])
})

test('an item’s own number counts', async () => {
  const items = await measureOne('<ol><li>a</li><li value="7">b</li><li>c</li></ol>')
  const starts = items.flatMap((item) => (item.kind === 'paragraph' ? (item.marker?.start ?? []) : []))
  expect(starts).toEqual([1, 7, 8])
})

test('only the first heading is the title', async () => {
  const items = await measureOne('<h2>First</h2><h2>Second</h2>')
  expect(items.map((item) => item.kind === 'paragraph' && item.isTitle)).toEqual([true, false])
})

const styled = (style: string) => `<p class=x style="${style}">x</p>`
/** What is refused, in an element of the class `x`, and what to do instead. */
test.each([
  ['a shadow', styled('box-shadow: 0 0 9px #000'), 'take a border'],
  ['a filter', styled('filter: blur(2px)'), 'take plain colours'],
  ['a clip path', styled('clip-path: circle(40%)'), 'draw the shape as an SVG path'],
  ['a scale or rotation', styled('transform: rotate(9deg)'), 'give it the size'],
  ['a rotation', styled('rotate: 9deg'), 'draw it as an SVG path'],
  ['a background picture or', styled('background: linear-gradient(red, blue)'), 'plain colour'],
  ['letters that styles turn', styled('text-transform: capitalize'), 'write'],
  ['small capitals', styled('font-variant: small-caps'), 'write'],
  ['a dashed or dotted border', styled('border: 2px dashed'), 'take a plain one'],
  ['corners that differ', styled('border-radius: 2px 0'), 'the same radius'],
  ['opacity of its own', '<p>x <b class=x style="opacity: 0.5">y</b></p>', 'take a colour'],
  ['opacity of its own', `<img class=x src="${PHOTOGRAPH}" style="opacity: 0.5">`, 'take a colour'],
  ['raised or lowered text', '<p>x<sup class=x>2</sup></p>', 'set it in the line'],
  ['struck text', '<p><s class=x>x</s></p>', 'take the words out'],
  [
    'content of its own in ::before',
    '<style>p::before { content: "•" }</style><p class=x>x</p>',
    'an element',
  ],
  ['no native counterpart', '<canvas class=x></canvas>', 'take text, an SVG'],
  ['letters or other marks for numbers', '<ol type="a"><li class=x>x</li></ol>', 'take plain numbers'],
  ['numbers that count down', '<ol reversed><li class=x>x</li></ol>', 'count up'],
  ['<linearGradient>', '<svg class=x><linearGradient id="g"/><path d="M0 0h9"/></svg>', 'draw it with paths'],
  ['<symbol>', '<svg class=x><symbol id="s"><path d="M0 0h9"/></symbol></svg>', 'draw it with paths'],
  [
    'a dashed line',
    '<svg class=x><path d="M0 0h9" stroke="red" stroke-dasharray="2 3"/></svg>',
    'round dots',
  ],
  ['a filter', '<svg><path class=x d="M0 0h9v9z" style="filter: blur(2px)"/></svg>', 'take plain colours'],
  [
    'a clip path',
    '<svg><g class=x style="clip-path: circle(40%)"><path d="M0 0h9"/></g></svg>',
    'draw the shape',
  ],
  ['a part that is made of', '<svg><use class=x href="#q"/><g id="q"><use href="#p"/></g></svg>', 'draw it'],
  [
    'a border of its own',
    '<table><tr class=x style="border: 2px solid"><td>x</td></tr></table>',
    'to the cells',
  ],
  ['a caption', '<table><caption class=x>Years</caption><tr><td>x</td></tr></table>', 'in a paragraph'],
  [
    'more than one paragraph in the title',
    '<style>h2 span { display: block }</style><h2 class=x><span>One</span><span>Two</span></h2>',
    'make it one',
  ],
])('%s is refused by name, with the slide, the element and what to do', async (what, html, remedy) => {
  const error = await measureOne(html).then(() => '', String)
  expect(error).toContain('slide one: ')
  expect(error).toMatch(/\.x( path)? has /)
  expect(error).toContain(what)
  expect(error).toContain(remedy)
})

test('a place that is no plain length is refused', async () => {
  const html = `<img src="${PHOTOGRAPH}" style="object-position: calc(1px + 1%)">`
  await expect(measureOne(html)).rejects.toThrow(
    'slide one: "Slides" has no number as its left; give it a plain length',
  )
})
