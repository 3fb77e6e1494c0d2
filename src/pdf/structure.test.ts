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

  test('a picture and its caption stand beside each other, so that both are read', () => {
    const picture = element('Figure', [], { alternative: 'A garden' })
    expect(tidy([element('Figure', [picture, element('Caption', [])])])).toEqual(['Figure', 'P'])
  })

  test('a picture without a text alternative is refused', () => {
    expect(() => tidy([element('Figure', [])])).toThrow('a picture has no text alternative')
  })
})
