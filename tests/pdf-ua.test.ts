import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../src/deck/language.ts'
import { makeFiles } from '../src/files/make-files.ts'
import type { Wanted } from '../src/files/order.ts'
import { readFont } from '../src/pdf/fonts.ts'
import { unpack } from '../src/pdf/streams.ts'
import { startBrowser } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { dictionaries, get, nameOf, readString, readUaFile, type UaElement, type UaFile } from './pdf-ua.ts'
import { SAMPLE } from './sample-talk.ts'
import { readTrueType } from './true-type.ts'

/*
 * Failure conditions of the Matterhorn Protocol 1.1 that a machine can find, by their numbers: what a file must be to
 * call itself PDF/UA-1 (ISO 14289-1). Those of things that no file of the deck has are one test, that it has none.
 */

const ALL: Wanted = {
  languages: LANGUAGES,
  formats: ['pdf', 'handout'],
  slides: Object.keys(deck.slides),
  steps: 'last',
  scale: 1,
  notes: false,
}
/** A few slides that begin in the middle of the talk, each step a page; and the speaker's notes. */
const SOME: Wanted = { ...ALL, slides: ['bendrija', 'zygis'], steps: 'all', notes: true }

const FILES = [
  { what: 'all slides', wanted: ALL, name: `${deck.fileName.lt}.pdf`, language: 'lt' },
  { what: 'all slides', wanted: ALL, name: `${deck.fileName.en}.pdf`, language: 'en' },
  { what: 'the handout', wanted: ALL, name: `${deck.fileName.lt}-dalomoji-medziaga.pdf`, language: 'lt' },
  { what: 'the handout', wanted: ALL, name: `${deck.fileName.en}-handout.pdf`, language: 'en' },
  { what: 'some slides, every step', wanted: SOME, name: `${deck.fileName.lt}.pdf`, language: 'lt' },
  { what: 'some slides, notes', wanted: SOME, name: `${deck.fileName.en}-handout.pdf`, language: 'en' },
] as const

/** Standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD =
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form'.split(
    ' ',
  )

/** What a file calls itself: the handout says that it is one. */
function titleOf(name: string, language: Language): string {
  const ending = { lt: 'dalomoji medžiaga', en: 'handout' }[language]
  return /-(handout|dalomoji-medziaga)\.pdf$/.test(name)
    ? `${deck.title[language]} – ${ending}`
    : deck.title[language]
}

const made = new Map<Wanted, ReadonlyMap<string, Uint8Array>>()
beforeAll(async () => {
  for (const wanted of [ALL, SOME]) {
    const files = new Map<string, Uint8Array>()
    const onFile = ({ name, bytes }: { name: string; bytes: Uint8Array }) => files.set(name, bytes)
    await makeFiles({ talk: SAMPLE, wanted, browser: startBrowser(), onStart: () => {}, onFile })
    made.set(wanted, files)
  }
})

describe.each(FILES)('$what, $language', ({ wanted, name, language }) => {
  let file: UaFile
  let xmp: string
  beforeAll(async () => {
    file = await readUaFile(made.get(wanted)?.get(name) ?? new Uint8Array())
    const stream = get(file.document.catalog, 'Metadata')
    xmp = stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString('utf8') : ''
  })
  const ofType = (type: RegExp) => file.elements.filter((element) => type.test(element.type))

  test('01-003, 01-004, 01-005: all content is either an artifact or tagged, never both or neither', () => {
    expect(file.painted.length).toBeGreaterThan(50)
    const isMarked = (mark: unknown) => typeof mark === 'number' || mark === 'Artifact'
    expect(file.painted.filter(({ marks }) => marks.length !== 1 || !marks.every(isMarked))).toEqual([])
  })

  test('01-005: each tagged content belongs to one element, which it leads back to, and says or shows something', () => {
    const pages = file.document.getPages()
    const isPicture = ({ type, parent }: UaElement): boolean =>
      type === 'Figure' || (parent !== undefined && isPicture(parent))
    const owned = file.elements.flatMap((element) =>
      element.marks.map(({ page, number }) => {
        const index = pages.findIndex(({ ref }) => ref === page)
        expect(readParents(file, pages[index]?.node)).toHaveProperty([number], element.ref)
        const painted = file.painted.filter((one) => one.page === index + 1 && one.marks.includes(number))
        if (!isPicture(element)) expect(painted.flatMap(({ text }) => text)).not.toEqual([])
        return `${index + 1} ${number}`
      }),
    )
    const tagged = file.painted.flatMap(({ page, marks }) =>
      marks.filter(Number.isInteger).map((mark) => `${page} ${mark}`),
    )
    expect(owned.length).toBe(new Set(owned).size)
    expect(new Set(owned)).toEqual(new Set(tagged))
    const words = ofType(/^(P|H\d|LBody|Span|Link)$/)
    expect(words.filter(({ marks, children }) => marks.length + children.length === 0)).toEqual([])
  })

  test('01-007, 07-001, 07-002: it calls itself tagged, nothing in it suspect, and its window shows the title', () => {
    const info = file.document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict)
    expect(get(info, 'Marked')).toBe(PDFBool.True)
    expect([undefined, PDFBool.False]).toContain(get(info, 'Suspects'))
    const preferences = file.document.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
    expect(get(preferences, 'DisplayDocTitle')).toBe(PDFBool.True)
    expect(file.document.getTitle()).toBe(titleOf(name, language))
  })

  test('02-001, 02-003, 02-004: every structure type is a standard one, and none is mapped to another', () => {
    expect(file.elements.filter(({ type }) => !STANDARD.includes(type))).toEqual([])
    const root = file.document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    expect(get(root, 'RoleMap')).toBeUndefined()
  })

  test('06-001 to 06-004: XMP metadata has the title, says PDF/UA-1, and agrees with the other place', () => {
    const { document } = file
    expect(xmp).toMatch(/^<\?xpacket begin="\ufeff"/)
    const time = document.getCreationDate()?.toISOString().replace('.000', '')
    for (const said of [
      'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
      '<pdfuaid:part>1</pdfuaid:part>',
      ...['x-default', language].map((lang) => `<rdf:li xml:lang="${lang}">${document.getTitle()}</rdf:li>`),
      `<dc:creator><rdf:Seq><rdf:li>${deck.author}</rdf:li></rdf:Seq></dc:creator>`,
      `<rdf:li xml:lang="x-default">${document.getSubject()}</rdf:li>`,
      `<pdf:Keywords>${document.getKeywords()}</pdf:Keywords>`,
      `<pdf:Producer>${document.getProducer()}</pdf:Producer>`,
      ...(time === undefined ? [] : [`<xmp:CreateDate>${time}</xmp:CreateDate>`]),
    ])
      expect(xmp).toContain(said)
    expect(document.getAuthor()).toBe(deck.author)
    expect(document.getSubject()).toBe(deck.description[language])
  })

  test('09-004 to 09-008: lists hold items, items hold a label and a body, and there are no tables', () => {
    const inside: Readonly<Record<string, RegExp>> = {
      L: /^(LI|Caption)$/,
      LI: /^(Lbl|LBody)$/,
      TR: /^T[HD]$/,
    }
    for (const { type, children, marks } of file.elements) {
      const allowed = inside[type]
      if (allowed === undefined) continue
      expect(marks, type).toEqual([])
      for (const child of children) expect(child.type, `in ${type}`).toMatch(allowed)
    }
    for (const { parent, type } of ofType(/^(LI|Lbl|LBody)$/))
      expect(parent?.type).toBe(type === 'LI' ? 'L' : 'LI')
    expect(ofType(/^(T|R[BTP]|W[TP]|Ruby|Warichu)/)).toEqual([])
    if (wanted === ALL) expect(ofType(/^L$/).length).toBeGreaterThan(4)
  })

  test('10-001, 31-030: every character has a Unicode value and a glyph', () => {
    const glyphs = file.painted.flatMap(({ text }) => text)
    expect(glyphs.length).toBeGreaterThan(100)
    expect(glyphs.filter(({ code, unicode }) => code === 0 || unicode === '')).toEqual([])
  })

  test('11-001 to 11-006: the language is known for the document and for each place that has another', () => {
    const lang = get(file.document.catalog, 'Lang')
    expect(readString(lang)).toBe(language)
    expect(xmp).toContain(`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`)
    if (wanted !== ALL) return
    const other = new Map(
      ofType(/./).flatMap((element) => {
        const own = readString(get(element.dict, 'Lang'))
        return own === undefined || own === language ? [] : [[textIn(file, element), own] as const]
      }),
    )
    expect([...other]).toEqual(OTHER_LANGUAGE[language])
  })

  test('13-004: every picture has a text alternative, and says where it is', () => {
    const figures = ofType(/^Figure$/)
    if (wanted === ALL) expect(figures).toHaveLength(4)
    for (const { dict } of figures) {
      expect(readString(get(dict, 'Alt'))?.length).toBeGreaterThan(10)
      const box = dict.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('BBox'), PDFArray).asRectangle()
      expect(Math.min(box.width, box.height)).toBeGreaterThan(50)
    }
  })

  test('14-002, 14-003, 14-006, 14-007: headings begin at level 1 and skip none', () => {
    const levels = ofType(/^H\d?$/).map(({ type }) => Number(type.slice(1)))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  })

  test('15-003, 17-002, 17-003, 19-003, 19-004, 20-001 to 20-003, 21-001, 25-001, 26-001, 26-002, 30-001: it has nothing that needs more', () => {
    expect(ofType(/^(TH|TD|Formula|Note|Form)$/)).toEqual([])
    for (const key of ['OCProperties', 'AcroForm', 'AF', 'OpenAction', 'AA', 'Names']) {
      expect(get(file.document.catalog, key), key).toBeUndefined()
    }
    expect(file.document.isEncrypted).toBe(false)
    expect(dictionaries(file, 'Filespec')).toEqual([])
    for (const [, object] of file.document.context.enumerateIndirectObjects()) {
      if (object instanceof PDFRawStream) expect(object.dict.has(PDFName.of('Ref'))).toBe(false)
    }
  })

  test('28-002, 28-004 to 28-010, 28-012, 28-014 to 28-018: its only annotations are links, which say where they lead, in the order of the structure', () => {
    for (const { page, dict } of file.annotations) {
      expect(nameOf(dict, 'Subtype')).toBe('Link')
      expect(readString(get(dict, 'Contents'))).toMatch(/\S{3}/)
      expect(nameOf(page, 'Tabs')).toBe('S')
    }
    if (wanted === ALL) expect(file.annotations.length).toBeGreaterThanOrEqual(6)
  })

  test('28-011: every link is in the structure, and the way back from it leads there', () => {
    const links = ofType(/^Link$/)
    for (const { ref, dict } of file.annotations) {
      const owners = links.filter(({ objects }) => objects.includes(ref))
      expect(owners).toHaveLength(1)
      const number = dict.lookup(PDFName.of('StructParent'), PDFNumber).asNumber()
      expect(parentTree(file).get(number)).toBe(owners[0]?.ref)
    }
    for (const { objects } of links) expect(objects.length).toBeGreaterThan(0)
  })

  test('30-002: no form that is drawn twice has marked content', () => {
    for (const [, object] of file.document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream) || nameOf(object.dict, 'Subtype') !== 'Form') continue
      expect(unpack(object).toString('latin1')).not.toMatch(/\bBDC\b/)
    }
  })

  test('31-001 to 31-009, 31-011, 31-014 to 31-016, 31-027 to 31-029: fonts are embedded, coded by the identity, and say what their codes mean', () => {
    const fonts = dictionaries(file, 'Font').filter((one) => nameOf(one, 'Subtype') === 'Type0')
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) {
      const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
      expect(nameOf(font, 'Encoding')).toBe('Identity-H')
      expect(nameOf(descendant, 'Subtype')).toBe('CIDFontType2')
      expect(nameOf(descendant, 'CIDToGIDMap')).toBe('Identity')
      const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict)
      expect(get(descriptor, 'CIDSet')).toBeUndefined()
      const [map, program] = [get(font, 'ToUnicode'), get(descriptor, 'FontFile2')]
      if (!(map instanceof PDFRawStream && program instanceof PDFRawStream))
        throw new Error(`${nameOf(font, 'BaseFont')} is not embedded, or does not say what its codes mean`)
      expect(unpack(map).toString('latin1')).not.toMatch(/> <(0000|FEFF|FFFE)>/i)
      const said = readFont(font)
      const { count, widthOf } = readTrueType(unpack(program))
      const used = [...Array(0x10000).keys()].filter((code) => said.textOf(code) !== '')
      expect(used.length).toBeGreaterThan(0)
      for (const glyph of used) {
        expect(glyph).toBeLessThan(count)
        const off = Math.abs(widthOf(glyph) - said.widthOf(glyph))
        expect(off, `${nameOf(font, 'BaseFont')} ${glyph}`).toBeLessThanOrEqual(1)
      }
    }
  })
})

/** What each language's files say in the other one. */
const OTHER_LANGUAGE: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  lt: [
    ['INTERNATIONAL GARDENS MOVEMENT', 'en'],
    ['CITY HERB GARDEN Riverside', 'en'],
    ['iLapai leafy garden', 'en'],
    ['Rooftop Rose Garden', 'en'],
    ['double greening', 'en'],
  ],
  en: [
    ['Austėja Žydrūnaitė-Ąžuolienė', 'lt'],
    ['SENAMIESČIO VAISMEDŽIŲ AUGINTOJŲ IR PRIŽIŪRĖTOJŲ BENDRIJA', 'lt'],
    ['Medingų augalų ir miesto bitynų sodas', 'lt'],
  ],
}

function parentTree({ document }: UaFile): ReadonlyMap<number, unknown> {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const list = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray()
  return new Map(
    Array.from({ length: list.length / 2 }, (_, index) => {
      const number = list[2 * index]
      return [number instanceof PDFNumber ? number.asNumber() : Number.NaN, list[2 * index + 1]]
    }),
  )
}

/** The elements that a page's marked content belongs to, by its numbers. */
function readParents(file: UaFile, page: PDFDict | undefined): unknown[] {
  const number = page?.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()
  const list = number === undefined ? undefined : parentTree(file).get(number)
  return list instanceof PDFRef ? file.document.context.lookup(list, PDFArray).asArray() : []
}

function textIn(file: UaFile, element: UaElement): string {
  const pages = file.document.getPages()
  const marks = listMarks(element).map(
    ({ page, number }) => `${pages.findIndex(({ ref }) => ref === page) + 1} ${number}`,
  )
  return file.painted
    .filter(({ page, marks: around }) => around.some((mark) => marks.includes(`${page} ${mark}`)))
    .flatMap(({ text }) => text.map(({ unicode }) => unicode))
    .join('')
    .trim()
}

function listMarks({ marks, children }: UaElement): UaElement['marks'] {
  return [...marks, ...children.flatMap(listMarks)]
}
