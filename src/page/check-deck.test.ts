import { expect, test } from 'vitest'
import talk from '../../tests/fixtures/slides/sample/deck.ts'
import type { TalkEvent } from '../deck/deck.ts'
import { md } from '../deck/markdown.ts'
import type { Slide } from '../layouts/index.ts'
import { checkDeck } from './check-deck.ts'

const folder = 'slides/sample'
const files = { slideFiles: Object.keys(talk.slides), logos: [] }

function faultsWith(change: Readonly<Record<string, Partial<Slide>>>): string[] {
  const slides = Object.entries(talk.slides).map(([id, slide]) => [id, { ...slide, ...change[id] }])
  return checkDeck({ folder, deck: { ...talk, slides: Object.fromEntries(slides) }, ...files })
}

test('the talk has no fault', () => {
  expect(checkDeck({ folder, deck: talk, ...files })).toEqual([])
})

test('a figure that differs between the languages is named with both', () => {
  expect(
    faultsWith({
      sodai: { statement: { lt: md`13 ir 150`, en: md`12 and 150` } },
    }),
  ).toEqual([
    'slides/sample/sodai.ts: figures differ: lt has 12, 13, 150, 150, en has 12, 12, 150, 150; make them alike.',
  ])
})

test('a link that only one language has is named', () => {
  const [fault] = faultsWith({ bendrija: { statement: { lt: md`[a](https://a.example/)`, en: md`a` } } })
  expect(fault).toBe(
    'slides/sample/bendrija.ts: links differ: lt has https://a.example/, en has none; make them alike.',
  )
})

test('an empty text and a line of notes that no page holds are named', () => {
  const faults = faultsWith({
    bendrija: {
      title: { lt: ' ', en: 'x' },
      notes: { lt: md`1`, en: { markdown: `${'a line\n'.repeat(300)}${'a'.repeat(2001)}` } },
    },
  })
  expect(faults).toEqual([
    'slides/sample/bendrija.ts: title (lt) is empty; write it, or delete a field that may be left out.',
    'slides/sample/bendrija.ts: the notes (en) have a line of 2001 letters; break it into lines of 2000 at most.',
  ])
})

test('a fact that would stand in the text as it is written is named', () => {
  const [of, en] = [`the \${gardens} gardens`, 'the gardens']
  const path = 'slides/sample'
  const remedy = "which only works between backticks; write `…`, not '…'."
  expect(faultsWith({ bendrija: { title: { lt: en, en: of } } })).toEqual([
    `${path}/bendrija.ts: title (en) has \${…}, ${remedy}`,
  ])
  const deck = { ...talk, description: { lt: of, en } }
  expect(checkDeck({ folder, deck, ...files })).toEqual([
    `${path}/deck.ts: description (lt) has \${…}, ${remedy}`,
  ])
})

test('a first slide and a section that are hidden, and a link to a hidden slide, are named', () => {
  expect(faultsWith({ pradzia: { hidden: true } })).toContain(
    "slides/sample/pradzia.ts: the first slide names the talk and can't be hidden; move another before it.",
  )
  expect(faultsWith({ taryba: { hidden: true, layout: 'section' } as never })).toContain(
    "slides/sample/taryba.ts: a section begins a part of the talk and can't be hidden; hide the part's slides.",
  )
  const link = { statement: { lt: md`[a](#taryba)`, en: md`[a](#taryba)` } }
  expect(faultsWith({ bendrija: link, taryba: { hidden: true } })).toEqual([
    expect.stringContaining('slides/sample/bendrija.ts: statement (lt): the link #taryba leads to no slide'),
    expect.stringContaining('slides/sample/bendrija.ts: statement (en): the link #taryba leads to no slide'),
  ])
  expect(faultsWith({ bendrija: { ...link, hidden: true }, taryba: { hidden: true } })).toEqual([])
})

test('an event that can’t be is named', () => {
  const place = { lt: 'Sodas', en: 'A garden' }
  const registration = 'http://sodai.example' as 'https://sodai.example'
  const faultsOf = (event: TalkEvent) => checkDeck({ folder, deck: { ...talk, event }, ...files })
  expect(faultsOf({ date: '2027-03-15', begin: '14:00', end: '15:30', place })).toEqual([])
  expect(faultsOf({ date: '2027-02-30', begin: '14:00', end: '14:00', place })).toEqual([
    'slides/sample/deck.ts: event.date is "2027-02-30", which is no day; write it as 2027-03-15.',
    'slides/sample/deck.ts: event ends at 14:00, not after it begins at 14:00; change one of them.',
  ])
  expect(faultsOf({ date: '15 March', end: '24:00', place, registration })).toEqual([
    'slides/sample/deck.ts: event.registration: "http://sodai.example" is neither https:, mailto: nor a slide (#id); write one of these.',
    'slides/sample/deck.ts: event.date is "15 March", which is no day; write it as 2027-03-15.',
    'slides/sample/deck.ts: event.end is "24:00", which is no time of day; write it as 09:30.',
    'slides/sample/deck.ts: event has an end and no begin; add begin.',
  ])
})

test('numbers that the drawings can’t show are named', () => {
  const deck = { ...talk, network: { clusters: 7, companies: 3001 } }
  expect(checkDeck({ folder, deck, ...files })).toEqual(
    expect.arrayContaining([
      'slides/sample/deck.ts: network.clusters is 7; the drawings take a whole number from 8 to 150.',
      'slides/sample/deck.ts: network.companies is 3001; the drawings take one for each cluster or more, and 3000 at most.',
    ]),
  )
})

test('a file name that would be written twice is named', () => {
  const deck = { ...talk, fileName: { lt: 'sodai', en: 'sodai' } }
  expect(checkDeck({ folder, deck, ...files })).toEqual([
    'slides/sample/deck.ts: two languages have the same fileName; each needs its own.',
  ])
})

test('a slide without a file, a file without a slide and a logo without a member are named', () => {
  const faults = checkDeck({
    folder,
    deck: talk,
    slideFiles: [...files.slideFiles.slice(1), 'senas'],
    logos: ['acme'],
  })
  expect(faults).toEqual([
    'slides/sample/deck.ts: slide "pradzia" is not named after its file; begin its line in `slides` with senas:, or rename the file to pradzia.ts.',
    expect.stringMatching(
      /^slides\/sample\/logos\/acme\.svg: is shown on no slide; delete it, or name it as one of vaisiai, /,
    ),
  ])
})

test('the fault of an unknown layout lists the existing layouts', () => {
  const [fault] = faultsWith({ bendrija: { layout: 'gallery' } as never })
  expect(fault).toMatch(/^slides\/sample\/bendrija\.ts: there is no layout "gallery"; take one of cover, /)
})
