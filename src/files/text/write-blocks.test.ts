import { expect, test } from 'vitest'
import { paragraph } from '../../../tests/measured-items.ts'
import type { MeasuredItem, MeasuredParagraph } from '../../measured/measured-slide.ts'
import { writeBlocks } from './write-blocks.ts'

const ground = { hex: 'FFFFFF', alpha: 1 }
const blocks = (items: readonly MeasuredItem[], pictures: readonly string[] = []) =>
  writeBlocks({ id: 'a', layout: 'a', ground, items, pictures })

function say(text: string, changes: Partial<MeasuredParagraph> = {}): MeasuredParagraph {
  return paragraph([[0, 9, 40]], {
    source: [{ text, href: null }],
    flow: { left: 0, top: 0, right: 9, bottom: 0 },
    ...changes,
  })
}

const far = { left: 0, top: 99, right: 9, bottom: 120 }

test('paragraphs are blocks; those close to each other are lines of one; titles and the master are left out', () => {
  const items = [
    say('Title', { isTitle: true }),
    say('One'),
    say('Two'),
    say('Three', { flow: far }),
    say('Foot', { master: true }),
  ]
  expect(blocks(items)).toEqual(['One\nTwo', 'Three'])
})

const [english] = paragraph([]).runs
if (english === undefined) throw new Error('no run')
const inLithuanian = [{ ...english, lang: 'lt' }]

test('a list is a block of its items, with translations in brackets', () => {
  const item = (id: number) => ({ list: 7, id })
  const items = [
    say('Names:', { flow: far }),
    say('Vilnius', { item: item(1), runs: inLithuanian }),
    say('Vilna', { item: item(1) }),
    say('Kaunas', { item: item(2), cell: 2 }),
  ]
  expect(blocks(items)).toEqual(['Names:\n- Vilnius (Vilna)\n- Kaunas'])
})

test('marked items are a list even if each is a step, and what is only to look at is left out', () => {
  const marker = (start: number) => ({ kind: 'number', level: 0, indent: 20, start }) as const
  const items = [
    say('One', { item: { list: 7, id: 1 }, step: 1, marker: marker(1) }),
    say('OZ', { item: { list: 7, id: 2 }, part: 'decoration' }),
    say('Two', { item: { list: 7, id: 2 }, step: 2, marker: marker(2) }),
  ]
  expect(blocks(items)).toEqual(['1. One\n2. Two'])
  const plain = items.map((item) => ({ ...item, marker: null }))
  expect(blocks(plain.filter(({ part }) => part === 'plain'))).toEqual(['One\nTwo'])
})

test('a heading within an item is told from the sentence after it', () => {
  const inItem = (text: string) => say(text, { item: { list: 7, id: 1 } })
  expect(blocks([inItem('A week'), inItem('All is agreed.')])).toEqual(['- A week. All is agreed.'])
  expect(blocks([inItem('Write'), inItem('5 min')])).toEqual(['- Write 5 min'])
  expect(blocks([inItem('12'), inItem('Clusters')])).toEqual(['- 12 Clusters'])
})

test('a picture in an item is written by its alternative; items keep their numbers', () => {
  const base = {
    kind: 'image',
    name: 'Logo',
    layer: 0,
    master: false,
    data: '',
    round: false,
    lang: 'lt',
  } as const
  const logo = { ...base, drawn: far, area: far, alternative: 'Vilnius', item: { list: 7, id: 1 } }
  const marker = (start: number) => ({ kind: 'number', level: 0, indent: 20, start }) as const
  const items = [
    logo,
    say('Vilna', { item: { list: 7, id: 1 } }),
    { ...logo, alternative: '', item: { list: 7, id: 2 } },
    say('Kaunas', { item: { list: 7, id: 2 } }),
    say('Third', { item: { list: 8, id: 3 }, marker: marker(3), cell: 2 }),
    say('Fourth', { item: { list: 8, id: 4 }, marker: marker(4), cell: 2 }),
  ]
  expect(blocks(items)).toEqual(['- Vilnius (Vilna)\n- Kaunas', '3. Third\n4. Fourth'])
})

test('items that each have a step become separate paragraphs', () => {
  const items = [
    say('12', { item: { list: 7, id: 1 }, step: 1 }),
    say('clusters', { item: { list: 7, id: 1 }, step: 1, cell: 2 }),
  ]
  const next = say('150', { item: { list: 7, id: 2 }, step: 2, cell: 3 })
  expect(blocks([...items, next])).toEqual(['12 clusters', '150'])
})

test('a name and its value are one line, and a quotation continues the sentence before it', () => {
  const items = [
    say('E-mail:', { part: 'term', cell: 2 }),
    say('a@b.lt', { part: 'value', cell: 3, source: [{ text: 'a@b.lt', href: 'mailto:a@b.lt' }] }),
    say('As they say,', { cell: 4 }),
    say('“so”.', { cell: 4, part: 'quotation' }),
  ]
  expect(blocks(items)).toEqual(['E-mail: a@b.lt', 'As they say, “so”.'])
})

test('links keep their addresses, pictures are in brackets, spaces are plain', () => {
  const link = (text: string, href: string | null = null) => ({ text, href })
  const links = [link('See '), link('this', 'https://a.lt/'), link(' or that', '#b')]
  const address = [link('a.lt/', 'https://a.lt/b'), link('b', 'https://a.lt/b')]
  const items = [say('', { source: links }), say('', { cell: 2, source: address })]
  const written = ['See this (https://a.lt/) or that', 'https://a.lt/b', '[12 dots]']
  expect(blocks(items, ['12\u00a0dots'])).toEqual(written)
})
