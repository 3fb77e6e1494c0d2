import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { renderSlides } from '../page/render-slide.ts'
import { takeFrames } from './frames.ts'

const markup = renderSlides({ deck, language: 'lt', logos: new Map() })
const take = (slides: readonly string[], steps: 'last' | 'all') =>
  takeFrames({ deck, language: 'lt', markup, slides, steps })

test('only the wanted slides are taken, with their own numbers', () => {
  const frames = take(['bendrija', 'zygis'], 'last')
  expect(frames.map(({ number, step }) => [number, step])).toEqual([
    [3, undefined],
    [8, undefined],
  ])
})

test('a slide has a frame for each of its steps and one before them', () => {
  const frames = take(['sodai', 'taryba'], 'all')
  expect(frames.map(({ id, step }) => `${id} ${step}`)).toEqual(['sodai 0', 'sodai 1', 'sodai 2', 'taryba 0'])
  const pending = frames.map(({ html }) => html.markup.match(/ pending fragment"/g)?.length ?? 0)
  expect(pending).toEqual([4, 2, 0, 0])
})

test('an id occurs only once in a document', () => {
  const ids = take(['zygis'], 'all').map(({ html }) => html.markup.includes('id="zygis"'))
  expect(ids).toEqual([true, false, false, false])
})
