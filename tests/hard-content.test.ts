import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deck } from '../src/deck/deck.ts'
import type { Localized } from '../src/deck/language.ts'
import { type Markdown, md } from '../src/deck/markdown.ts'
import type { Slide } from '../src/layouts/index.ts'
import { checkDeck } from '../src/page/check-deck.ts'
import { SCREENS } from '../src/proof/screens.ts'
import { startBrowser, WIDE } from './browser.ts'
import sample from './fixtures/slides/sample/deck.ts'
import { composeProof, proofTalk } from './proof-talk.ts'

/** Forty letters, without a place to break. */
const WORD = 'Nebeprisikiškiakopūsteliaudavusiajamejum'
const STRANGE = `<script>alert("&")</script> „A“ & 'B'`

const plain = (text: string): Localized => ({ lt: text, en: text })
const text = (words: string): Localized<Markdown> => ({ lt: md`${words}`, en: md`${words}` })
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
const base = { minutes: 1, notes: text('x') }

const chart = { ...base, layout: 'chart', title: plain('A chart'), alternative: plain(STRANGE) } as const

/** As much as each layout takes, and what is hardest to set. */
const SLIDES: Readonly<Record<string, Slide>> = {
  'many-points': {
    ...base,
    layout: 'list',
    title: plain('Points'),
    points: times(14, (i) => ({ text: text(`Point ${i} of fourteen, of one line`) })),
  },
  'long-words': {
    ...base,
    layout: 'list',
    title: plain(WORD),
    ordered: true,
    points: [
      { text: text(WORD), points: [text(`${WORD} ${WORD}`)] },
      { text: text(STRANGE) },
      { text: text('A [link](https://a.example/) in a sentence') },
      { text: text('[A link](https://a.example/)') },
    ],
  },
  'three-columns': {
    ...base,
    layout: 'columns',
    title: plain(STRANGE),
    columns: [
      { heading: plain('A'), text: [text(WORD)] },
      { heading: plain(WORD), points: times(4, () => text('A short point')), wide: true },
      { heading: plain(STRANGE), points: [text('A')] },
    ],
  },
  'long-quote': {
    ...base,
    layout: 'quote',
    title: plain('Words'),
    words: plain('An endless sentence, '.repeat(13).trim()),
    name: WORD,
  },
  'short-quote': {
    ...base,
    layout: 'quote',
    title: plain('Words'),
    words: plain(WORD),
    name: 'A',
    role: plain(STRANGE),
    sources: [{ url: 'https://a.example/' }],
  },
  'large-table': {
    ...base,
    layout: 'table',
    title: plain('Fourteen by eight'),
    heading: plain('Year'),
    columns: times(7, (i) => ({ heading: plain(`Column ${i}`), unit: plain('mln.'), decimals: 1 })),
    rows: times(14, (i) => ({
      heading: plain(`${2000 + i}`),
      cells: times(7, (j) => (i === j ? null : 1234.5 * (j - 3))),
    })),
    sources: [{ url: 'https://a.example/' }],
  },
  'strange-table': {
    ...base,
    layout: 'table',
    title: plain('Words'),
    heading: plain(STRANGE),
    columns: [{ heading: plain(WORD) }, { heading: plain('A') }],
    rows: [
      { heading: plain(STRANGE), cells: [plain(STRANGE), { value: 1_000_000, marked: true }], marked: true },
    ],
  },
  'six-times': {
    ...base,
    layout: 'timeline',
    title: plain('Times'),
    points: times(6, (i) => ({
      time: plain(`Autumn ${2020 + i}`),
      text: text('What happened then, in some words'),
      ...(i === 5 && { now: true as const }),
    })),
  },
  'long-times': {
    ...base,
    layout: 'timeline',
    title: plain('Times'),
    points: [
      { time: plain(WORD), text: text(WORD) },
      { time: plain('A'), text: text(STRANGE) },
    ],
  },
  'eight-people': {
    ...base,
    layout: 'people',
    title: plain('People'),
    people: times(8, () => ({
      name: 'Vardenė Pavardenytė-Pavardienė',
      role: plain('head of a department with a very long name'),
      organisation: plain('An organisation with a long name'),
    })),
  },
  'one-person': {
    ...base,
    layout: 'people',
    title: plain('One'),
    people: [{ name: WORD, role: plain(STRANGE), organisation: plain(WORD) }],
  },
  'many-bars': {
    ...chart,
    kind: 'bars',
    categories: times(24, (i) => ({ label: plain(`${i}`) })),
    series: [{ name: plain('Numbers'), values: times(24, (i) => 37 * i) }],
  },
  'many-lines': {
    ...chart,
    kind: 'lines',
    unit: plain('mln. Eur'),
    decimals: 1,
    categories: times(24, (i) => ({ label: plain(`${2000 + i}`) })),
    series: times(4, (j) => ({
      name: plain(j === 0 ? WORD : `Series ${j}`),
      values: times(24, (i) => (i % 7 === 3 ? null : (i - 12) * (j + 1) * 100)),
    })),
  },
  'one-bar': {
    ...chart,
    kind: 'bars',
    categories: [{ label: plain('One') }],
    series: [{ name: plain('Numbers'), values: [1_234_567] }],
  },
  'one-point': {
    ...chart,
    kind: 'lines',
    categories: [{ label: plain('One') }],
    series: [{ name: plain(STRANGE), values: [7] }],
  },
  'all-zeros': {
    ...chart,
    kind: 'bars',
    categories: times(5, (i) => ({ label: plain(`Year ${i}`) })),
    series: times(2, (i) => ({ name: plain(`Series ${i}`), values: [0, 0, 0, 0, 0] })),
  },
  'gaps-below-zero': {
    ...chart,
    kind: 'bars',
    lying: true,
    decimals: 1,
    categories: times(5, (i) => ({ label: plain(i === 0 ? WORD : STRANGE) })),
    series: [{ name: plain(STRANGE), values: [-1234.5, null, 0, 17, 900] }],
    sources: [{ url: 'https://a.example/' }],
  },
  'upright-below-zero': {
    ...chart,
    kind: 'bars',
    unit: plain('%'),
    categories: times(6, (i) => ({ label: plain(`Quarter ${i}`) })),
    series: times(3, (j) => ({
      name: plain(`Series ${j}`),
      values: times(6, (i) => (i === j ? null : 10 * (i - 3) + j)),
    })),
  },
  'stacked-below-zero': {
    ...chart,
    kind: 'stacked',
    categories: times(6, (i) => ({ label: plain(`Year ${i}`) })),
    series: times(4, (j) => ({
      name: plain(`Series ${j}`),
      values: times(6, (i) => (i === j ? null : (j === 3 ? -5 : 5) * (i + 1))),
    })),
  },
  'lying-stacks': {
    ...chart,
    kind: 'stacked',
    lying: true,
    categories: times(8, (i) => ({ label: plain(`A label of some words, ${i}`) })),
    series: times(3, (j) => ({ name: plain(`Series ${j}`), values: times(8, (i) => i * (j + 1)) })),
  },
  'lying-groups': {
    ...chart,
    kind: 'bars',
    lying: true,
    categories: times(5, (i) => ({ label: plain(i === 0 ? 'September' : `Month ${i}`) })),
    series: times(2, (j) => ({ name: plain(`Series ${j}`), values: times(5, (i) => 90 * (i + j + 1)) })),
  },
  'areas-on-each-other': {
    ...chart,
    kind: 'areas',
    categories: times(12, (i) => ({ label: plain(`Month ${i}`) })),
    series: times(4, (j) => ({ name: plain(`Series ${j}`), values: times(12, (i) => 100 + i * j) })),
  },
  'six-parts': {
    ...chart,
    kind: 'parts',
    unit: plain('%'),
    categories: times(6, (i) => ({ label: plain(i === 1 ? WORD : i === 2 ? STRANGE : `Part ${i}`) })),
    series: [{ name: plain('A whole'), values: [95, 1, 1, 1, 1, 1] }],
    sources: [{ url: 'https://a.example/' }],
  },
  course: { ...base, layout: 'agenda', title: plain('The course'), now: 'part-6' },
  ...Object.fromEntries(
    times(
      5,
      (i) =>
        [`part-${i + 1}`, { ...base, layout: 'section', title: plain(`Part ${i + 1} of the talk`) }] as const,
    ),
  ),
  'part-6': { ...base, layout: 'section', title: plain(WORD), lead: text(STRANGE) },
}

const [first, last] = [sample.slides['pradzia'], sample.slides['pabaiga']]
if (first === undefined || last === undefined) throw new Error('the sample talk has lost its covers')
const slides = { first, ...SLIDES, last }
const minutes = Object.values(slides).reduce((sum, slide) => sum + slide.minutes, 0)
const event = {
  date: '2027-09-30',
  begin: '09:30',
  end: '17:45',
  place: plain('The great hall of the City Garden Network, third floor, 128 Long Street, Panevėžys-Piniava'),
  registration: 'https://sodai.example/ateik',
} as const
const deck: Deck = { ...sample, slides, minutes, event }

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

test('what is hardest to set has no fault before it is laid out', () => {
  const folder = 'slides/hard'
  expect(checkDeck({ deck, folder, slideFiles: Object.keys(slides), logos: [] })).toEqual([])
})

// In one language, as both say the same words.
test('it fits a wide screen, a phone and paper, and nothing is cut off', async () => {
  const looked = await composeProof({ folder: 'slides/hard', deck, logos: new Map(), pictures: new Map() })
  const screens = [WIDE, ...SCREENS.filter(({ width, preference }) => width === 320 && !preference)]
  expect((await proofTalk(browser, looked, { screens, print: true })).fault).toEqual([])
})
