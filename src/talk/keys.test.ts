import { describe, expect, it } from 'vitest'
import { findKey } from './keys.ts'

const keys = { f: () => {}, '=': () => {}, '-': () => {}, ' ': () => {}, 'Shift+ ': () => {}, '?': () => {} }

describe('a key is found', () => {
  it.each([
    ['by what it types', { key: 'f', code: 'KeyF' }, 'f'],
    ['also in upper case', { key: 'F', code: 'KeyF' }, 'f'],
    ['by what it types where another keyboard has it', { key: 'f', code: 'KeyY' }, 'f'],
    ['by where it is, when it types a letter of another script', { key: 'а', code: 'KeyF' }, 'f'],
    ['on a Lithuanian keyboard, where = types ž', { key: 'ž', code: 'Equal' }, '='],
    ['there with Shift', { key: 'Ž', code: 'Equal', shiftKey: true }, '='],
    ['as a space with Shift', { key: ' ', code: 'Space', shiftKey: true }, 'Shift+ '],
    [
      'not where a Latin character is another one, as the comma on a Russian keyboard',
      { key: ',', code: 'Slash', shiftKey: true },
      undefined,
    ],
    ['not where a Latin letter is another one', { key: 'u', code: 'KeyF' }, undefined],
    ['not by a number’s place', { key: 'š', code: 'Digit6' }, undefined],
  ] as const)('%s', (_how, event, name) => {
    expect(findKey({ shiftKey: false, ...event }, keys)).toBe(name === undefined ? undefined : keys[name])
  })
})
