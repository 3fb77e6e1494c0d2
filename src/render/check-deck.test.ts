import { expect, test } from 'vitest'
import talk from '../../slides/deck.ts'
import { type Deck, md, type Slide } from '../slide.ts'
import { checkDeck } from './check-deck.ts'

const files = { slideFiles: Object.keys(talk.slides), logos: [] }

function faultsWith(change: Readonly<Record<string, Partial<Slide>>>): string[] {
  const slides = Object.entries(talk.slides).map(([id, slide]) => [id, { ...slide, ...change[id] }])
  return checkDeck({ ...talk, slides: Object.fromEntries(slides) } as Deck, files)
}

test('the talk has no fault', () => {
  expect(checkDeck(talk, files)).toEqual([])
})

test('a figure that differs between the languages is named with both', () => {
  expect(
    faultsWith({
      asociacija: { statement: { lt: md`58 ir 777`, en: md`57 and 777` } },
    }),
  ).toEqual([
    'slides/asociacija.ts: figures differ: lt has 57, 58, 777, 777, en has 57, 57, 777, 777; make them alike.',
  ])
})

test('a link that only one language has is named', () => {
  const [fault] = faultsWith({ naryste: { statement: { lt: md`[a](https://a.example/)`, en: md`a` } } })
  expect(fault).toBe(
    'slides/naryste.ts: links differ: lt has https://a.example/, en has none; make them alike.',
  )
})

test('a link to a slide that is not there lists the ones that are', () => {
  const text = md`[a](#niekur)`
  expect(faultsWith({ naryste: { statement: { lt: text, en: text } } })[0]).toMatch(
    /slides\/naryste\.ts: statement \(lt\): the link #niekur leads to no slide; the slides are infodiena, /,
  )
})

test('an empty text, too long notes and minutes that do not add up are named', () => {
  const faults = faultsWith({
    naryste: {
      title: { lt: ' ', en: 'x' },
      minutes: 9,
      notes: { lt: md`1`, en: { markdown: 'a\nb\nc\nd' } },
    },
  })
  expect(faults).toEqual([
    "slides/deck.ts: the slides' minutes add up to 23, the talk's are 15; change one of them.",
    'slides/naryste.ts: title (lt) is empty; write it or leave the field out.',
    'slides/naryste.ts: the notes (en) have 4 lines; keep them to 3.',
  ])
})

test('a slide without a file, a file without a slide and a logo without a member are named', () => {
  const faults = checkDeck(talk, { slideFiles: [...files.slideFiles.slice(1), 'senas'], logos: ['acme'] })
  expect(faults).toEqual([
    'slides/senas.ts: is in no running order; add it to `slides` in slides/deck.ts or delete it.',
    'slides/deck.ts: slide "infodiena" has no file; name its module slides/infodiena.ts.',
    expect.stringMatching(/^assets\/logos\/acme\.svg: belongs to no member; the members are autodalys, /),
  ])
})
