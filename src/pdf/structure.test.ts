import { describe, expect, test } from 'vitest'
import { tidyTree } from './structure.ts'
import { type Element, listElements } from './tree.ts'

const element = (type: string, kids: Element['kids'], more: Partial<Element> = {}): Element => ({
  kind: 'element',
  type,
  kids,
  alternative: undefined,
  language: undefined,
  attributes: undefined,
  ...more,
})
const typesIn = (tree: Element) => listElements(tree).map(({ type }) => type)
const tidy = (kids: Element['kids']) => {
  const tree = element('Document', kids)
  tidyTree(tree)
  return typesIn(tree).slice(1)
}

describe('the corrected structure tree', () => {
  test('elements without meaning give way to their children, and bare text becomes a paragraph', () => {
    expect(
      tidy([element('NonStruct', [element('NonStruct', []), element('P', [element('NonStruct', [])])])]),
    ).toEqual(['P', 'P'])
  })

  test('newer types become spans, and so do elements with only a language', () => {
    const foreign = element('NonStruct', [], { language: 'en' })
    expect(tidy([element('P', [element('Strong', []), element('Em', []), foreign])])).toEqual([
      'P',
      'Span',
      'Span',
      'Span',
    ])
  })

  test('a list’s items hold a body, beside the label if there is one', () => {
    const labelled = element('LI', [element('Lbl', []), element('P', [])])
    expect(tidy([element('L', [labelled, element('LI', [element('P', [])])])])).toEqual([
      'L',
      ...['LI', 'Lbl', 'LBody', 'P'],
      ...['LI', 'LBody', 'P'],
    ])
  })

  test('headings begin at the first level whichever slides are printed', () => {
    expect(tidy([element('H2', []), element('H3', []), element('H2', [])])).toEqual(['H1', 'H2', 'H1'])
  })

  test('a picture without a text alternative is refused', () => {
    expect(() => tidy([element('Figure', [])])).toThrow('a picture has no text alternative')
  })
})
