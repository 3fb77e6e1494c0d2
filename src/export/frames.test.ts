import { expect, test } from 'vitest'
import deck from '../../slides/deck.ts'
import { renderFrames } from './frames.ts'

const render = (slides: readonly string[], steps: 'last' | 'all') =>
  renderFrames({ deck, language: 'lt', logos: new Map(), slides, steps })

test('only the wanted slides are rendered, with their own numbers', () => {
  const frames = render(['naryste', 'jojimas'], 'last')
  expect(frames.map(({ number, step }) => [number, step])).toEqual([
    [3, undefined],
    [8, undefined],
  ])
})

test('a slide has a frame for each of its steps and one before them', () => {
  const frames = render(['asociacija', 'valdyba'], 'all')
  expect(frames.map(({ id, step }) => `${id} ${step}`)).toEqual([
    'asociacija 0',
    'asociacija 1',
    'asociacija 2',
    'valdyba 0',
  ])
  const pending = frames.map(({ html }) => html.markup.match(/ pending fragment"/g)?.length ?? 0)
  expect(pending).toEqual([4, 2, 0, 0])
})

test('an id stands in a document but once', () => {
  const ids = render(['jojimas'], 'all').map(({ html }) => html.markup.includes('id="jojimas"'))
  expect(ids).toEqual([true, false, false, false])
})
