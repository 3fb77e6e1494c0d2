import { expect, test } from 'vitest'
import { paragraph } from '../../../tests/measured-items.ts'
import { TEST_DECK } from '../../../tests/office-objects.ts'
import { writeText } from './write-text.ts'

test('the head has the brand once, and so does every later slide that shows it', () => {
  const source = [{ text: TEST_DECK.brand, href: null }]
  const slide = (id: string) => {
    const items = [paragraph([[0, 9, 40]], { source })]
    return { id, layout: 'objects', ground: { hex: 'FFFFFF', alpha: 1 }, items, pictures: [] }
  }
  const slides = [slide('lists'), slide('table')]
  const text = writeText({ deck: TEST_DECK, language: 'en', slides, notes: false })
  const [, first, second] = text.split('\n\n\n')
  expect(first).not.toContain(`\n${TEST_DECK.brand}`)
  expect(second).toContain(`\n\n${TEST_DECK.brand}\n`)
})
