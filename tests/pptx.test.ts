import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import { presentDeck } from '../src/files/pptx/present.ts'
import { THEME } from '../src/files/pptx/theme.ts'
import { writePptx } from '../src/files/pptx/write-pptx.ts'
import type { MeasuredSlide } from '../src/measured/measured-slide.ts'
import { useBrowser } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { measureDeck } from './office.ts'
import { decode, readParts, textsOf } from './pptx-parts.ts'
import { LINKS, normalise, readTalk } from './talk.ts'

const ids = Object.keys(deck.slides)
const DATE = new Date('2026-11-23T12:00:00Z')
const visit = useBrowser()

describe.each(LANGUAGES)('the PowerPoint file in %s', (language) => {
  let slides: readonly MeasuredSlide[]
  let parts: Record<string, string>
  const write = (notes: boolean) => writePptx(presentDeck({ deck, language, slides, notes }), DATE)
  const slide = (number: number) => parts[`ppt/slides/slide${number}.xml`] ?? ''
  beforeAll(async () => {
    const { page } = await visit()
    slides = await measureDeck(page, deck, language)
    parts = readParts(await write(false))
  })

  test('has every word of the talk as text, slide by slide', () => {
    for (const [index, talk] of readTalk(language).entries()) {
      const number = index + 1
      // Addresses may break in the talk; links have a test of their own.
      const wordsOf = (text: string) =>
        text
          .toLocaleLowerCase(language)
          .split(' ')
          .filter((word) => !word.includes('/'))
          .sort()
      // The slide's number is no word of the talk.
      const text = textsOf(slide(number).replace(/<a:fld .*?<\/a:fld>/gs, ''))
        .filter((paragraph) => paragraph !== '')
        .join(' ')
      expect(wordsOf(text), `slide ${number}`).toEqual(wordsOf(talk))
    }
  })

  test('has each slide’s title in the title placeholder, which inherits all but its words from its layout', () => {
    for (const [index, { title }] of Object.values(deck.slides).entries()) {
      const shape =
        slide(index + 1).match(/<p:sp>(?:(?!<\/p:sp>).)*?<p:ph type="title"\/>.*?<\/p:sp>/s)?.[0] ?? ''
      expect(textsOf(shape)).toEqual([normalise(title[language])])
      expect(shape).toContain('<p:spPr/>')
      expect(shape).not.toMatch(/ sz=| spc=|solidFill|spcPct| algn=/)
      const layout = parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`]?.match(/slideLayout\d+\.xml/)?.[0]
      const inherited = parts[`ppt/slideLayouts/${layout}`]
      expect(inherited).toMatch(/<p:ph type="title"\/>.*?<a:defRPr [^>]*sz="\d+"/s)
      // A new slide's title is where the talk's own are.
      expect(inherited).toMatch(/type="title".*?<a:bodyPr [^>]*lIns="0" tIns="0" rIns="0" bIns="0"/s)
    }
  })

  test('has a layout for each of the deck’s, named after it, and none that no slide uses', () => {
    const inFolder = (pattern: RegExp) => Object.entries(parts).filter(([name]) => pattern.test(name))
    const names = inFolder(/slideLayouts\/slideLayout\d+\.xml$/).map(
      ([, xml]) => /<p:cSld name="([^"]+)"/.exec(xml)?.[1] ?? '',
    )
    const layouts = new Set(Object.values(deck.slides).map(({ layout }) => layout))
    expect(new Set(names.map((name) => name.replace(/ \d+$/, '').toLowerCase()))).toEqual(layouts)
    const used = inFolder(/slides\/_rels/).map(([, rels]) => rels.match(/slideLayout\d+\.xml/)?.[0])
    expect(new Set(used).size).toBe(names.length)
  })

  test('has every link of the talk, and no other', () => {
    const targets = Object.entries(parts)
      .filter(([name]) => /slides\/_rels/.test(name))
      .flatMap(([, rels]) =>
        [...rels.matchAll(/Target="([^"]+)" TargetMode="External"/g)].map(([, url]) => url),
      )
    // One that goes on in the next line is there twice.
    expect(new Set(targets)).toEqual(new Set(LINKS))
  })

  test('has the text alternative of every picture, and calls all other drawings decoration', () => {
    for (const [index, { items }] of slides.entries()) {
      const pictures = new Map(
        items.flatMap((item) => ('picture' in item ? [[item.picture, item.alternative]] : [])),
      )
      const wanted = [...pictures.values()].filter((alternative) => alternative !== null)
      const xml = slide(index + 1)
      expect([...xml.matchAll(/descr="([^"]+)"/g)].map(([, text]) => decode(text))).toEqual(wanted)
      const drawings = xml.match(/<p:sp>(?:(?!<\/p:sp>|<a:t>|<p:ph).)*<\/p:sp>/gs)?.length ?? 0
      expect(xml.match(/descr="[^"]+"|adec:decorative /g)?.length ?? 0, `slide ${index + 1}`).toBe(drawings)
    }
  })

  test('draws: it has no picture at all, and all the dots of the page', () => {
    expect(Object.keys(parts).filter((name) => /media|\.(png|jpe?g|svg|emf)$/.test(name))).toEqual([])
    for (const [index, { items }] of slides.entries()) {
      expect(items.filter((item) => item.kind === 'path' && item.data.includes('h0'))).toEqual([])
      const drawn = items.filter((item) => item.kind === 'dots')
      const seen = drawn.flatMap(({ points }) => points).length
      const arcs = [...slide(index + 1).matchAll(/<a:arcTo/g)].length / 2
      // Those that are off the slide are left out.
      const isWhole = drawn.every(({ alternative }) => alternative !== null)
      if (isWhole) expect(arcs, `slide ${index + 1}`).toBeGreaterThanOrEqual(seen)
      else expect(arcs, `slide ${index + 1}`).toBeGreaterThan(seen / 3)
    }
  })

  test('numbers its slides, also for programs that do not count themselves', () => {
    const numbers = ids.flatMap(
      (_, index) => slide(index + 1).match(/type="slidenum">.*?<a:t>([^<]*)/s)?.[1] ?? [],
    )
    expect(numbers).toEqual(ids.slice(1, -1).map((_, index) => String(index + 2)))
    for (const [name, xml] of Object.entries(parts)) expect(xml, name).not.toMatch(/<a:t>(null|100\d)</)
  })

  test('keeps text in its boxes, in whatever font it is shown: but for short lines it gets smaller', () => {
    for (const [shape] of ids.flatMap((_, index) => [...slide(index + 1).matchAll(/<p:sp>.*?<\/p:sp>/gs)])) {
      if (!/<a:t>/.test(shape) || /sldNum|<a:normAutofit\/>/.test(shape)) continue
      expect(textsOf(shape)).toHaveLength(1)
    }
  })

  test('says what it is: title, author, keywords, language', () => {
    const core = parts['docProps/core.xml'] ?? ''
    expect(core).toContain(`<dc:title>${deck.title[language]}</dc:title>`)
    expect(core).toContain(`<dc:creator>${deck.author}</dc:creator>`)
    expect(core).toMatch(/<cp:keywords>SodaiLT, /)
    expect(core).toContain(`<dc:language>${language === 'lt' ? 'lt-LT' : 'en-GB'}</dc:language>`)
  })

  test('names its language in every run, and the other one where the talk changes to it', () => {
    const langs = slides.map(
      (_, index) => new Set([...slide(index + 1).matchAll(/<a:rPr lang="([^"]+)"/g)].map(([, lang]) => lang)),
    )
    const own = language === 'lt' ? 'lt-LT' : 'en-GB'
    const other = language === 'lt' ? 'en-GB' : 'lt-LT'
    expect(langs.every((set) => set.has(own))).toBe(true)
    const changing = slides.flatMap(({ items }, index) => {
      const runs = items.flatMap((item) => (item.kind === 'paragraph' && !item.master ? item.runs : []))
      return runs.some((run) => run.lang !== language) ? [index + 1] : []
    })
    expect(changing.length).toBeGreaterThan(0)
    expect(langs.flatMap((set, index) => (set.has(other) ? [index + 1] : []))).toEqual(changing)
    for (const [name, xml] of Object.entries(parts)) {
      if (/ppt\/(slides|slideLayouts|slideMasters|notesSlides)\//.test(name))
        expect(xml, name).not.toContain('en-US')
    }
  })

  test('has its notes only when they are asked for, a paragraph a line, on upright pages without a date of their own', async () => {
    expect(Object.keys(parts).filter((name) => /notes/i.test(name))).toEqual([])
    const notes = readParts(await write(true))
    for (const [index, { notes: wanted }] of Object.values(deck.slides).entries()) {
      const page = notes[`ppt/notesSlides/notesSlide${index + 1}.xml`] ?? ''
      const lines = wanted[language].markdown.split('\n').map(normalise)
      expect(textsOf(page)).toEqual(expect.arrayContaining(lines))
    }
    expect(notes['ppt/presentation.xml']).toContain('<p:notesSz cx="6858000" cy="9144000"/>')
    expect(notes['ppt/notesMasters/_rels/notesMaster1.xml.rels']).toContain('theme2.xml')
    expect(notes['ppt/theme/theme2.xml']).toBe(notes['ppt/theme/theme1.xml'])
    expect(notes['ppt/notesMasters/notesMaster1.xml']).not.toMatch(/datetime|\d+\/\d+\/\d+/)
  })

  test('colours and fonts are the theme’s', () => {
    const theme = parts['ppt/theme/theme1.xml'] ?? ''
    for (const color of Object.values(THEME)) expect(theme).toContain(`<a:srgbClr val="${color}"/>`)
    const all = ids.map((_, index) => slide(index + 1)).join('')
    const foreign = new Set([...all.matchAll(/srgbClr val="(\w+)"/g)].map(([, color]) => color ?? ''))
    expect(Object.values(THEME).filter((color) => foreign.has(color))).toEqual([])
    expect(new Set([...all.matchAll(/<a:latin typeface="([^"]+)"/g)].map(([, font]) => font))).toEqual(
      new Set(['+mj-lt', '+mn-lt']),
    )
  })
})
