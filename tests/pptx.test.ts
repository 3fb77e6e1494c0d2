import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import deck from '../slides/deck.ts'
import { presentDeck } from '../src/export/pptx/present.ts'
import { writePptx } from '../src/export/pptx/write-pptx.ts'
import { findLinks } from '../src/render/markdown.ts'
import { LANGUAGES, type Language } from '../src/slide.ts'
import { LINKS, normalise, readTalk, TITLES } from './talk.ts'

const slides = Object.keys(deck.slides)
const DATE = new Date('2026-11-23T12:00:00Z')
const write = (language: Language, notes = false) =>
  writePptx(presentDeck({ deck, language, slides, notes }), DATE)

/** The file's parts as text, by name. */
const unzip = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

const texts = (xml: string) =>
  [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)].map(([paragraph]) =>
    normalise([...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => decode(text)).join('')),
  )
const decode = (text = '') =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&')

describe.each(LANGUAGES)('the PowerPoint file in %s', (language) => {
  let bytes: Uint8Array
  let parts: Record<string, string>
  const slide = (number: number) => parts[`ppt/slides/slide${number}.xml`] ?? ''
  beforeAll(async () => {
    bytes = await write(language)
    parts = unzip(bytes)
  })

  test('has every word of the talk as text, slide by slide', () => {
    for (const [index, talk] of readTalk(language).entries()) {
      const number = index + 1
      const text = texts(slide(number)).join(' ').toLocaleLowerCase(language)
      // Addresses may break in the talk; links have a test of their own.
      const words = talk
        .toLocaleLowerCase(language)
        .split(' ')
        .filter((word) => !word.includes('/'))
      expect(
        words.filter((word) => !text.includes(word)),
        `slide ${number}`,
      ).toEqual([])
    }
  })

  test('has each slide’s title in the title placeholder, of its layout too', () => {
    for (const [index, title] of TITLES[language].entries()) {
      const shape = slide(index + 1).match(/<p:sp>(?:(?!<\/p:sp>).)*?type="title".*?<\/p:sp>/s)?.[0] ?? ''
      expect(texts(shape)).toEqual([normalise(title)])
      const layout = parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`]?.match(/slideLayout\d+\.xml/)?.[0]
      expect(parts[`ppt/slideLayouts/${layout}`]).toContain('type="title"')
    }
  })

  test('has every link of the talk, and no other', () => {
    const targets = Object.entries(parts)
      .filter(([name]) => /slides\/_rels/.test(name))
      .flatMap(([, rels]) =>
        [...rels.matchAll(/Target="([^"]+)" TargetMode="External"/g)].map(([, url]) => url),
      )
    expect([...targets].sort()).toEqual([...LINKS].sort())
  })

  test('has the text alternative of every picture, and calls all other drawings decoration', () => {
    const alternatives = slides.flatMap((_, index) =>
      [...slide(index + 1).matchAll(/descr="([^"]+)"/g)].map(([, text]) => normalise(decode(text))),
    )
    const wanted = Object.values(deck.slides).flatMap((one) =>
      one.layout === 'statement'
        ? [one.picture.alternative[language]]
        : one.layout === 'loop'
          ? [one.alternative[language]]
          : [],
    )
    expect(alternatives).toEqual(expect.arrayContaining(wanted))
    expect(alternatives).toHaveLength(wanted.length + 1) // and the code's
    for (const [index] of slides.entries()) {
      const drawings = slide(index + 1).match(/<a:custGeom>/g)?.length ?? 0
      const told = slide(index + 1).match(/descr="[^"]+"|adec:decorative /g)?.length ?? 0
      expect(told).toBe(drawings)
    }
  })

  test('draws: it has no picture at all, and counts 57 and 777', () => {
    expect(Object.keys(parts).filter((name) => /media|\.(png|jpe?g|svg|emf)$/.test(name))).toEqual([])
    const dots = (xml: string, name: string) =>
      xml.match(new RegExp(`name="${name}".*?</p:sp>`, 's'))?.[0].match(/<a:moveTo>/g)?.length
    expect([dots(slide(2), 'Clusters'), dots(slide(2), 'Companies'), dots(slide(3), 'Our clusters')]).toEqual(
      [57, 777, 57],
    )
    const halves = ['climate', 'digital'].map((half) => dots(slide(7), `Companies, ${half}`) ?? 0)
    expect(halves.reduce((sum, half) => sum + half, 0)).toBe(777)
  })

  test('numbers its slides, also for programs that do not count themselves', () => {
    const numbers = slides.flatMap(
      (_, index) => slide(index + 1).match(/type="slidenum">.*?<a:t>([^<]*)/s)?.[1] ?? [],
    )
    expect(numbers).toEqual(['2', '3', '4', '5', '6', '7', '8'])
    for (const [name, xml] of Object.entries(parts)) expect(xml, name).not.toMatch(/<a:t>(null|100\d)</)
  })

  test('keeps all text in its boxes, in whatever font it is shown', () => {
    for (const [name, xml] of Object.entries(parts)) {
      if (!/slides\/slide/.test(name)) continue
      const texts = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].filter(
        ([shape]) => /<a:t>/.test(shape) && !/sldNum/.test(shape),
      )
      for (const [shape] of texts) expect(shape, name).toContain('<a:normAutofit/>')
    }
  })

  test('a new slide’s title stands where the talk’s own do', () => {
    for (const [name, xml] of Object.entries(parts)) {
      if (!/slideLayouts\/slideLayout/.test(name) || !xml.includes('type="title"')) continue
      expect(xml, name).toMatch(/type="title".*?<a:bodyPr [^>]*lIns="0" tIns="0" rIns="0" bIns="0"/s)
    }
  })

  test('says what it is: title, author, keywords, language', () => {
    const core = parts['docProps/core.xml'] ?? ''
    expect(core).toContain(`<dc:title>${deck.title[language]}</dc:title>`)
    expect(core).toContain(`<dc:creator>${deck.author}</dc:creator>`)
    expect(core).toMatch(/<cp:keywords>KlasterLT, /)
    expect(core).toContain(`<dc:language>${language === 'lt' ? 'lt-LT' : 'en-GB'}</dc:language>`)
  })

  test('has its sources as a list', () => {
    expect(slide(6).match(/<a:buChar /g)).toHaveLength(2)
  })

  test('names its language in every run, and the other one where the talk changes to it', () => {
    const langs = slides.map(
      (_, index) => new Set([...slide(index + 1).matchAll(/<a:rPr lang="([^"]+)"/g)].map(([, lang]) => lang)),
    )
    const own = language === 'lt' ? 'lt-LT' : 'en-GB'
    const other = language === 'lt' ? 'en-GB' : 'lt-LT'
    expect(langs.every((set) => set.has(own))).toBe(true)
    expect(langs.flatMap((set, index) => (set.has(other) ? [index + 1] : []))).toEqual(
      language === 'lt' ? [3, 4, 5, 7] : [4],
    )
    for (const [name, xml] of Object.entries(parts)) {
      if (/ppt\/(slides|slideLayouts|slideMasters|notesSlides)\//.test(name))
        expect(xml, name).not.toContain('en-US')
    }
  })

  test('has its notes only when they are asked for, a paragraph a line', async () => {
    const notes = unzip(await write(language, true))
    for (const [index, { notes: wanted }] of Object.values(deck.slides).entries()) {
      const name = `ppt/notesSlides/notesSlide${index + 1}.xml`
      const lines = wanted[language].markdown.split('\n').map(normalise)
      expect(texts(notes[name] ?? '')).toEqual(expect.arrayContaining(lines))
      for (const [part, xml] of Object.entries(parts)) {
        for (const line of lines.filter((one) => findLinks({ markdown: one }).length === 0)) {
          expect(texts(xml), part).not.toContain(line)
        }
      }
    }
  })

  test('colours and fonts are the theme’s', () => {
    const theme = parts['ppt/theme/theme1.xml'] ?? ''
    for (const color of ['0D1B2A', 'FAF7F0', '0A7D55', '2746D8', '46D9A1', '86A5FF', 'B3261E', 'B9C3D3']) {
      expect(theme).toContain(`<a:srgbClr val="${color}"/>`)
    }
    const all = slides.map((_, index) => slide(index + 1)).join('')
    expect(new Set([...all.matchAll(/srgbClr val="(\w+)"/g)].map(([, color]) => color))).toEqual(
      new Set(['DCD6C8']),
    )
    expect(new Set([...all.matchAll(/<a:latin typeface="([^"]+)"/g)].map(([, font]) => font))).toEqual(
      new Set(['+mj-lt', '+mn-lt']),
    )
  })

  test('is the same bytes from run to run', async () => {
    expect(Buffer.compare(bytes, await write(language))).toBe(0)
  })

  test('has parts that PowerPoint opens without repair', () => {
    const types = parts['[Content_Types].xml'] ?? ''
    for (const [name, xml] of Object.entries(parts)) {
      checkXml(name, xml)
      if (name.endsWith('.xml') && name !== '[Content_Types].xml') {
        expect(types, name).toContain(`PartName="/${name}"`)
      }
      expect(xml, name).not.toMatch(/NaN|undefined|Infinity|\[object/)
      if (/ppt\/slides\/slide/.test(name)) {
        const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g)]
        expect(new Set(ids.map(([, id]) => id)).size, `${name}: ids`).toBe(ids.length)
        expect(new Set(ids.map(([, , shape]) => shape)).size, `${name}: names`).toBe(ids.length)
        // A paragraph has its properties once and first.
        for (const [paragraph] of xml.matchAll(/<a:p>.*?<\/a:p>/gs)) {
          expect(paragraph.match(/<a:pPr/g)?.length ?? 0).toBeLessThanOrEqual(1)
          expect(paragraph.indexOf('<a:pPr')).toBeLessThanOrEqual('<a:p>'.length)
        }
        // Whole numbers in the schema.
        expect(xml).not.toMatch(/ (?:x|y|cx|cy|w|h|sz|spc|val|wR|hR|stAng|swAng)="-?\d+\.\d/)
      }
      if (name.endsWith('.rels')) {
        const folder = name.replace(/_rels\/[^/]+$/, '')
        for (const [, target] of xml.matchAll(/Target="([^"]+)"(?! TargetMode="External")/g)) {
          const path = new URL(target ?? '', `http://pptx/${folder}`).pathname.slice(1)
          expect(parts, `${name} → ${target}`).toHaveProperty([path])
        }
      }
    }
    expect(parts['ppt/presentation.xml']).toMatch(
      /<p:sldMasterIdLst>.*<p:notesMasterIdLst>.*<p:sldIdLst>.*<p:sldSz cx="12192000" cy="6858000"/s,
    )
    for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g))
      expect(parts, `content type of ${part}`).toHaveProperty([part ?? ''])
  })
})

test('without a date of the source the file has none', async () => {
  const parts = unzip(
    await writePptx(presentDeck({ deck, language: 'en', slides: ['aciu'], notes: false }), undefined),
  )
  expect(parts['docProps/core.xml']).not.toContain('dcterms:created')
})

/** Tags are closed in the order they were opened, and attributes are named once. */
function checkXml(name: string, xml: string): void {
  const open: string[] = []
  for (const [tag, close, element, attributes, empty] of xml.matchAll(
    /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    const names = [...(attributes ?? '').matchAll(/([\w:.-]+)="/g)].map(([, attribute]) => attribute)
    expect(new Set(names).size, `${name}: ${tag}`).toBe(names.length)
    if (close === '/') expect(open.pop(), `${name}: ${tag}`).toBe(element)
    else if (empty !== '/') open.push(element ?? '')
  }
  expect(open, name).toEqual([])
  const rest = xml.replace(/<\?xml.*?\?>|<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g, '')
  expect(rest, name).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;|#)/)
}
