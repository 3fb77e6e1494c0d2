import { expect, test } from 'vitest'
import { bindNumbers, typeset } from './typeset.ts'

const shown = (text: string) => typeset(text).replaceAll('\u00a0', '~')

test('a one-letter word goes with the next word', () => {
  expect(shown('ir į tinklą, o ne a b c')).toBe('ir į~tinklą, o~ne a~b~c')
})

test('the last letter of a word is no word', () => {
  expect(shown('klasterių tinklas')).toBe('klasterių tinklas')
})

test('a number goes with what it counts', () => {
  expect(shown('jungia 150 verslo įmones')).toBe('jungia 150~verslo įmones')
})

test('„t. y.“ stays together, and a dash stays with the word before it', () => {
  expect(shown('t. y. prie')).toBe('t.~y. prie')
  expect(shown('staiga – iššūkis')).toBe('staiga~– iššūkis')
})

test('a number and its ending are one word, whatever stands around it; other words may part at a hyphen', () => {
  const bound = (text: string) =>
    bindNumbers(text).markup.replaceAll('<span class="unbroken">', '[').replaceAll('</span>', ']')
  expect(bound('Klasteriai 2027-aisiais: 5-oji & 30-uosiuose')).toBe(
    'Klasteriai [2027-aisiais]: [5-oji] &amp; [30-uosiuose]',
  )
  expect(bound('21st-century, 100-kilometrinis, COVID-19')).toBe('21st-century, 100-kilometrinis, [COVID-19]')
})
