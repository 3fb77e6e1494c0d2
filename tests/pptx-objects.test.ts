import { beforeAll, describe, expect, test } from 'vitest'
import { presentDeck } from '../src/export/pptx/present.ts'
import { writePptx } from '../src/export/pptx/write-pptx.ts'
import { writeText } from '../src/export/text/write-text.ts'
import { useBrowser } from './browser.ts'
import { measureHtml } from './office.ts'
import { composeObjects, OBJECTS, TEST_DECK } from './office-objects.ts'
import { readParts, textsOf } from './pptx-parts.ts'

const visit = useBrowser()

describe('native objects, of a page that no layout of the deck has', () => {
  let parts: Record<string, string>
  let text: string
  beforeAll(async () => {
    const { page } = await visit()
    const slides = await measureHtml(page, await composeObjects(OBJECTS))
    const content = { deck: TEST_DECK, language: 'en', slides, notes: false } as const
    parts = readParts(await writePptx(presentDeck(content), undefined))
    text = writeText(content)
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
    expect(textsOf(table.replaceAll('<a:tc gridSpan', '<a:tc gridSpan'))).toEqual(
      expect.arrayContaining(['Year', 'Clusters', '2025', '12', 'Vilnius', '13', 'Kaunas']),
    )
    expect(table).toContain('gridSpan="2"')
    expect(table).toContain('rowSpan="2"')
    expect(table.match(/<a:gridCol /g)).toHaveLength(3)
    expect(table).toMatch(/<a:rPr lang="lt-LT"[^>]*>(?:(?!<a:t>).)*<a:t>Vilnius/s)
    expect(table).toContain('<a:schemeClr val="accent1"/>')
  })

  test('the text has them too', () => {
    expect(text).toContain('- One\n- Two\n- Two and a half')
    expect(text).toContain('3. Three\n4. See the table and a page (https://example.org/a?b=1&c=2)')
    expect(text).toContain('[A photograph]')
    expect(text).toContain('Year\tClusters\n2025\t12\tVilnius\n13\tKaunas')
  })
})

test('only the first heading is the title', async () => {
  const { page } = await visit()
  const html = '<section id="lists" data-layout="objects"><h2>First</h2><h2>Second</h2></section>'
  const slides = await measureHtml(page, await composeObjects(html))
  const content = { deck: TEST_DECK, language: 'en', slides, notes: false } as const
  const parts = readParts(await writePptx(presentDeck(content), undefined))
  expect(textsOf(parts['ppt/slides/slide1.xml'] ?? '')).toEqual(['First', 'Second'])
  expect(writeText(content)).toContain('\n\nSecond\n')
})

test.each([
  [
    'more than one paragraph in the title',
    '<style>h2 span { display: block }</style><h2 class="card"><span>One</span><span>Two</span></h2>',
    'make it one',
  ],
  ['a shadow', '<p class="card" style="box-shadow: 0 0 9px #000">x</p>', 'take a border'],
  ['a filter', '<p class="card" style="filter: blur(2px)">x</p>', 'take plain colours'],
  ['a clip path', '<p class="card" style="clip-path: circle(40%)">x</p>', 'draw the shape as an SVG path'],
  ['a scale or rotation', '<p class="card" style="transform: rotate(9deg)">x</p>', 'give it the size'],
  ['a rotation', '<p class="card" style="rotate: 9deg">x</p>', 'draw it as an SVG path'],
  [
    'a background picture or gradient',
    '<p class="card" style="background: linear-gradient(red, blue)">x</p>',
    'take a plain colour',
  ],
  [
    'content of its own in ::before',
    '<style>.card::before { content: "•" }</style><p class="card">x</p>',
    'put an element into the HTML',
  ],
  [
    '<linearGradient>',
    '<svg class="card"><defs><linearGradient id="g"/></defs><path d="M0 0h9v9z" fill="url(#g)"/></svg>',
    'draw it with paths',
  ],
  [
    'a dashed line',
    '<svg class="card"><path d="M0 0h9" stroke="red" stroke-dasharray="2 3"/></svg>',
    'take round dots',
  ],
  ['no native counterpart', '<canvas class="card"></canvas>', 'take text, an SVG'],
])('%s is refused by name, with the slide, the element and what to do', async (what, html, remedy) => {
  const { page } = await visit()
  const title = html.includes('<h2') ? '' : '<h2>Strange</h2>'
  const slide = `<section id="strange">${title}${html}</section>`
  const error = await measureHtml(page, await composeObjects(slide)).then(
    () => '',
    (reason: unknown) => String(reason),
  )
  expect(error).toContain('slide strange: ')
  expect(error).toContain('.card')
  expect(error).toContain(what)
  expect(error).toContain(remedy)
})
