import { expect, test } from 'vitest'
import sample from '../../tests/fixtures/slides/sample/deck.ts'
import { BASE, plain } from '../../tests/layout-slides.ts'
import type { SourcePicture, UnknownPicture } from '../deck/picture.ts'
import type { Slide } from '../layouts/index.ts'
import type { PictureSlide } from '../layouts/picture/picture.ts'
import { checkPictures } from './check-pictures.ts'

const photograph: SourcePicture = {
  kind: 'jpeg',
  width: 4000,
  height: 3000,
  transparent: false,
  digest: 'a',
}
const slide: PictureSlide = {
  ...BASE,
  layout: 'picture',
  title: plain('A garden'),
  place: 'filling',
  picture: { file: 'sodas.jpg', alternative: plain('A garden in autumn.') },
}

function check(
  fields: Partial<PictureSlide>,
  picture: SourcePicture | UnknownPicture | undefined = photograph,
  slides: Readonly<Record<string, Slide>> = { sodas: { ...slide, ...fields } },
): string[] {
  const pictures = new Map(picture && [['sodas.jpg', picture]])
  return checkPictures({
    folder: 'slides/sample',
    deck: { ...sample, slides },
    files: [...pictures.keys()],
    pictures,
  })
}

test('a photograph that is large enough has no fault', () => {
  expect(check({})).toEqual([])
})

test.each([
  ['Sodas.jpg', 'did you mean sodas.jpg?'],
  ['sodai.jpg', 'put it into slides/sample/pictures, which has sodas.jpg, or correct `file`.'],
])('a file that is missing is named with the slide and the remedy: %s', (file, remedy) => {
  const picture = { ...slide.picture, file }
  expect(check({ picture })).toEqual([
    `slides/sample/sodas.ts: picture: there is no picture ${file}; ${remedy}`,
  ])
})

test('a file of no known kind is named with what it is', () => {
  expect(check({}, { kind: 'unknown', found: 'gif' })).toEqual([
    'slides/sample/sodas.ts: picture: pictures/sodas.jpg is no picture that is known (gif); save it as JPEG, PNG, WebP, AVIF or SVG.',
  ])
})

test.each<[what: string, fields: Partial<PictureSlide>, size: [number, number], least: string | undefined]>([
  ['wide, filling', { place: 'filling' }, [1919, 1280], '1920 × 1281'],
  ['wide, filling', { place: 'filling' }, [1920, 1280], undefined],
  ['upright, filling', { place: 'filling' }, [1919, 2600], '1920 × 2602'],
  ['panoramic, filling', { place: 'filling' }, [2400, 800], '3240 × 1080'],
  ['wide, beside', { place: 'left' }, [1300, 867], '1389 × 927'],
  ['upright, beside', { place: 'left' }, [883, 1325], undefined],
  ['wide, whole', { place: 'right', whole: true }, [787, 525], undefined],
  ['upright, whole', { place: 'right', whole: true }, [500, 800], undefined],
])('a picture %s must be large enough for a hall (%#)', (_what, fields, [width, height], least) => {
  const faults = check(fields, { ...photograph, width, height })
  expect(faults).toEqual(
    least === undefined
      ? []
      : [
          `slides/sample/sodas.ts: picture: pictures/sodas.jpg has ${width} × ${height} pixels, and a hall's screen shows it in ${least}; take a larger original, or give it less room.`,
        ],
  )
})

test('a drawing is never too small', () => {
  expect(check({}, { ...photograph, kind: 'svg', width: 24, height: 24 })).toEqual([])
})

test('a picture without its alternative is named with the language', () => {
  const picture = { ...slide.picture, alternative: { lt: 'Sodas.', en: ' ' } }
  expect(check({ picture })).toEqual([
    'slides/sample/sodas.ts: picture: pictures/sodas.jpg has no alternative (en); say in a sentence what it shows.',
  ])
})

test('a focus outside of the picture is a fault', () => {
  const picture = { ...slide.picture, focus: { x: 50, y: 101 } }
  expect(check({ picture })).toEqual([
    'slides/sample/sodas.ts: picture: the focus of pictures/sodas.jpg lies outside of it; x and y are percents, from 0 to 100.',
  ])
})

test('a portrait needs no alternative, but enough pixels', () => {
  const people: Slide = {
    ...BASE,
    layout: 'people',
    title: slide.title,
    people: [
      { name: 'Ona', role: slide.title },
      { name: 'Jonas', role: slide.title, portrait: { file: 'sodas.jpg' } },
    ],
  }
  expect(check({}, photograph, { people })).toEqual([])
  expect(check({}, { ...photograph, width: 200, height: 300 }, { people })).toEqual([
    `slides/sample/people.ts: people.1.portrait: pictures/sodas.jpg has 200 × 300 pixels, and a hall's screen shows it in 326 × 489; take a larger original, or give it less room.`,
  ])
})
