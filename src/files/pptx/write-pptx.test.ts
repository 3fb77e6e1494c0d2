import { expect, test } from 'vitest'
import { box, paragraph, path } from '../../../tests/measured-items.ts'
import { TEST_DECK } from '../../../tests/office-objects.ts'
import { readParts, textsOf } from '../../../tests/pptx-parts.ts'
import type { Deck } from '../../deck/deck.ts'
import type { MeasuredItem, MeasuredRun } from '../../measured/measured-slide.ts'
import { presentDeck } from './present.ts'
import { writePptx } from './write-pptx.ts'

const [run] = paragraph([]).runs
if (run === undefined) throw new Error('no run')
const say = (text: string, changes: Partial<MeasuredRun> = {}): MeasuredRun => ({ ...run, text, ...changes })

const title = (...runs: readonly MeasuredRun[]) => paragraph([[0, 90, 40]], { isTitle: true, runs })
const dot = (name: string) => box({ name, fill: { hex: '0D1B2A', alpha: 1 } })

function present(items: readonly MeasuredItem[], deck: Deck = TEST_DECK) {
  const ground = { hex: 'FFFFFF', alpha: 1 }
  const slides = [{ id: 'lists', layout: 'objects', ground, items, pictures: [] }]
  return presentDeck({ deck, language: 'en', slides, notes: false })
}

async function write(items: readonly MeasuredItem[], deck?: Deck): Promise<Record<string, string>> {
  return readParts(await writePptx(present(items, deck), undefined))
}

test('a title keeps its line breaks and its links', async () => {
  const link = { href: 'https://example.org/' }
  const parts = await write([title(say('Lists'), say('\n'), say('and links', link))])
  const slide = parts['ppt/slides/slide1.xml'] ?? ''
  expect(slide).toMatch(/Lists<\/a:t>.*<a:br\/?>.*and links<\/a:t>/s)
  expect(slide).toMatch(/<a:rPr lang="en-GB"><a:hlinkClick r:id="rId\d+"(?:(?!<a:t>).)*<a:t>and links/s)
  expect(parts['ppt/slides/_rels/slide1.xml.rels']).toContain('Target="https://example.org/"')
  expect(textsOf(slide)).toHaveLength(1)
})

test('a link without a line below it is the whole text’s, as office programs underline linked words', async () => {
  const text = (isUnderlined: boolean) =>
    paragraph([[0, 9, isUnderlined ? 90 : 300]], {
      cell: isUnderlined ? 1 : 2,
      runs: [say(`${isUnderlined}`, { href: 'https://example.org/', isUnderlined }), say(' and more')],
    })
  const parts = await write([title(say('Lists')), text(true), text(false)])
  const shapes = parts['ppt/slides/slide1.xml']?.split('<p:sp>') ?? []
  const [underlined, plain] = ['true', 'false'].map((word) => shapes.find((one) => one.includes(`>${word}<`)))
  expect(underlined).toMatch(/<a:rPr [^>]*u="sng"[^>]*>(?:(?!<\/a:rPr>).)*<a:hlinkClick/s)
  expect(plain).toMatch(/<p:cNvPr [^>]*><a:hlinkClick r:id="rId\d+"[^>]*\/><\/p:cNvPr>/)
  expect(plain?.match(/hlinkClick|u="sng"/g)).toHaveLength(1)
})

test('a title of several styles is refused, as the layout gives it one', () => {
  const fault = 'slide lists: its title is set in more than one style, which a title in PowerPoint has not'
  expect(() => present([title(say('Lists '), say('and', { italic: true }))])).toThrow(fault)
  const color = { hex: '2746D8', alpha: 1 }
  expect(() => present([title(say('Lists '), say('and', { color }))])).toThrow(fault)
})

test('all objects of a slide have different names', () => {
  const [slide] = present([title(say('Lists')), dot('Dot'), dot('Dot'), dot('Dot 2'), dot('Title')]).slides
  expect(slide?.items.map(({ name }) => name)).toEqual(['Dot', 'Dot 2', 'Dot 2 2', 'Title 2'])
})

test('titles, names and alternatives may contain any characters', async () => {
  const deck = { ...TEST_DECK, title: { lt: '', en: 'Save $1 $& more' } }
  const logo = path('M0 0h9', { name: 'Logo (a+b)', alternative: deck.title.en })
  const parts = await write([title(say('Lists')), logo], deck)
  const written = 'Save $1 $&amp; more'
  expect(parts['ppt/slides/slide1.xml']).toContain(`name="Logo (a+b)" descr="${written}"/>`)
  expect(parts['ppt/theme/theme1.xml']).toContain(`name="${written}"`)
  expect(parts['ppt/theme/theme1.xml']).toContain(`<a:clrScheme name="${written}">`)
  expect(parts['docProps/app.xml']).toContain(`<vt:lpstr>${written}</vt:lpstr>`)
})

test('without a date of the source the file has none', async () => {
  expect((await write([title(say('Lists'))]))['docProps/core.xml']).not.toContain('dcterms:')
})

test('a title stands above its picture and the scrim between them', async () => {
  const area = { left: 0, top: 0, right: 1280, bottom: 600 }
  const data =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const base = { layer: 0, master: false, item: null, round: false, lang: 'en' }
  const photo = {
    ...base,
    kind: 'image',
    name: 'Photo',
    data,
    area,
    drawn: area,
    alternative: 'Hills',
  } as const
  const scrim = { ...dot('Scrim'), area }
  const slide = (await write([photo, scrim, title(say('Lists'))]))['ppt/slides/slide1.xml'] ?? ''
  expect([...slide.matchAll(/<p:cNvPr id="\d+" name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Photo',
    'Scrim',
    'Title',
  ])
})
