import { expect, it } from 'vitest'
import { html } from '../../markup/html.ts'
import type { Frame } from '../frames.ts'
import { pageHandout } from './page-handout.ts'

const frame = (id: string): Frame => ({ id, title: id, number: 1, step: undefined, html: html`` })
const frames = ['a', 'b', 'c', 'd', 'e'].map(frame)
const page = (notes: Readonly<Record<string, readonly string[]>>) =>
  pageHandout(frames, ({ id }) => notes[id] ?? ['A cue.']).map((entries) =>
    entries.map(({ frame: { id }, cues, isRest }) => `${id} ${cues.length}${isRest ? ' rest' : ''}`),
  )

it('puts two slides on a page', () => {
  expect(page({})).toEqual([['a 1', 'b 1'], ['c 1', 'd 1'], ['e 1']])
})

it('gives a slide with more notes a page of its own', () => {
  expect(page({ b: Array(9).fill('A cue.') })).toEqual([['a 1'], ['b 9'], ['c 1', 'd 1'], ['e 1']])
})

it('goes on with long notes on pages of notes, and loses no cue', () => {
  const pages = page({ c: Array(70).fill('A cue.') })
  expect(pages).toEqual([['a 1', 'b 1'], ['c 21'], ['c 33 rest'], ['c 16 rest'], ['d 1', 'e 1']])
})

it('leaves room for the sources of a slide', () => {
  const source = html`<a data-source href="https://sodai.example/${'long-'.repeat(60)}address"></a>`
  const cues = Array(3).fill('A cue.')
  const count = (frame: Frame) => pageHandout([frame, frame], () => cues).length
  expect(count(frame('a'))).toBe(1)
  expect(count({ ...frame('a'), html: source })).toBe(2)
})
