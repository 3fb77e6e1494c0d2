import { expect, test } from 'vitest'
import sample from '../../../tests/fixtures/slides/sample/deck.ts'
import { BASE, marked, plain } from '../../../tests/layout-slides.ts'
import type { Pictures } from '../../deck/picture.ts'
import { renderSlide } from '../../page/render-slide.ts'
import { type PictureSlide, picture } from './picture.ts'

const pictures: Pictures = new Map([
  [
    'sodas.jpg',
    {
      width: 3000,
      height: 2000,
      src: 'a/sodas-1920.jpg',
      sources: [{ type: 'image/avif', srcset: 'a/sodas-640.avif 640w, a/sodas-1920.avif 1920w' }],
    },
  ],
])
const slide: PictureSlide = {
  ...BASE,
  layout: 'picture',
  title: plain('A garden'),
  place: 'right',
  picture: { file: 'sodas.jpg', alternative: { lt: 'Sodas rudenį.', en: 'Apples in autumn.' } },
  text: [marked('Apples **fall**.')],
}
const render = (fields: Partial<PictureSlide> = {}, number = 2, given: Pictures | undefined = pictures) =>
  renderSlide(
    { ...slide, ...fields },
    { deck: sample, id: 'sodas', language: 'en', number, logos: new Map(), pictures: given },
  ).markup

test('a picture has its size, so that nothing moves, and is loaded when it comes near', () => {
  expect(render()).toContain(
    '<img class="photo right" loading="lazy" src="a/sodas-1920.jpg" width="3000" height="2000" alt="Apples in autumn.">',
  )
})

test('the first slide’s is loaded at once', () => {
  expect(render({}, 1)).toContain('<img class="photo right" fetchpriority="high"')
})

test('a browser chooses by the width that all of the picture has, with what is cropped', () => {
  const sizes = (fields: Partial<PictureSlide>) => /sizes="(.*?)"/.exec(render(fields))?.[1]
  expect(sizes({ place: 'filling' })).toBe('(orientation: portrait) 225vw, 100vw')
  expect(sizes({ place: 'left' })).toBe('(orientation: portrait) 150vw, 73vw')
  expect(sizes({ whole: true })).toBe('(orientation: portrait) 90vw, 41vw')
})

test('the focus is where the picture is cropped to', () => {
  expect(render({ picture: { ...slide.picture, focus: { x: 20, y: 80 } } })).toContain(
    'style="object-position: 20% 80%"',
  )
})

test('without caption and credit there is no line for them', () => {
  expect(render()).not.toContain('caption')
  expect(render({ picture: { ...slide.picture, caption: plain('Autumn') } })).toContain(
    '<figcaption class="caption small-print">Autumn</figcaption>',
  )
})

test.each([
  ['Autumn', 'Autumn. <span'],
  ['“Autumn!”', '“Autumn!” <span'],
])('a caption, %s, ends before the credit', (caption, expected) => {
  const texts = { caption: { lt: caption, en: caption }, credit: { lt: 'Ona', en: 'Ona' } }
  expect(render({ picture: { ...slide.picture, ...texts } })).toContain(
    `${expected} class="credit">Ona</span></figcaption>`,
  )
})

test('what is written is never markup', () => {
  const texts = plain(`<script>alert("&")</script> 'B'`)
  for (const place of ['filling', 'left'] as const) {
    const markup = render({
      place,
      picture: { file: 'sodas.jpg', alternative: texts, caption: texts, credit: texts },
    })
    expect(markup).not.toContain('<script')
    expect(markup.match(/&lt;script&gt;alert\(&quot;&amp;&quot;\)/g)).toHaveLength(3)
  }
})

test('words that would cover the picture are a fault', () => {
  const check = (fields: Partial<PictureSlide>) => picture.check?.({ ...slide, ...fields }, sample)
  const long = 'Many words. '.repeat(80)
  expect(check({})).toEqual([])
  expect(check({ place: 'filling', text: [{ ...marked('x'), en: { markdown: long } }] })).toEqual([
    expect.stringMatching(/^the words \(en\) need \d{3} % of their room with the picture; shorten them\.$/),
  ])
  expect(check({ place: 'filling', whole: true })).toEqual([
    'whole shows a picture beside the words; take the field away, or another place.',
  ])
})

test('a page without the picture says so', () => {
  expect(() => render({}, 2, new Map())).toThrow('no picture sodas.jpg was prepared for this page')
})
