import postcss, { AtRule, type Declaration, type Node } from 'postcss'
import { expect, test } from 'vitest'
import { renderDeckStyles } from '../src/site/styles.ts'
import { type FeaturePath, listLacking } from './compatibility.ts'

/** What a browser may ignore, with the reason why nothing is lost by it. */
const OPTIONAL: Readonly<Record<string, string>> = {
  'text-size-adjust': 'only phones enlarge text, and they know it or its prefixed name',
  'text-wrap': 'lines break as they always did',
  'hyphenate-limit-chars': 'short words may be hyphenated, too',
  'forced-color-adjust': 'where a system forces colours, browsers know it',
  'print-color-adjust': 'the prefixed name is written, too',
  cursor: 'a phone has none',
  '@page': 'the browser chooses the size of the paper',
  'grid-template-rows: subgrid': 'the scenes of the acts have one height, so their rows end at the same line',
  ':popover-open': 'the contents stand in the page instead',
}

/** The style sheets of every page: the deck, the console, the page for unknown addresses. */
const STYLES = renderDeckStyles(
  undefined,
  'src/console/page/console.css',
  'src/page/styles/not-found.css',
).markup

test('the built styles need no newer browser than the oldest supported ones', () => {
  const lacking = listTooNew(STYLES.replace(/<\/?style>/g, ''))
  const optional = Object.keys(OPTIONAL)
  expect(lacking.filter((fault) => !optional.some((name) => fault.startsWith(`${name}: `)))).toEqual([])
  expect(optional.filter((name) => !lacking.some((fault) => fault.startsWith(`${name}: `)))).toEqual([])
})

test('no selector asks for the attribute `class`: reveal.js changes it on every slide with each move', () => {
  expect(STYLES.match(/\[class\W[^{]*/g)).toBeNull()
})

test.each([
  ['@media (width >= 40rem) {}', 'a range'],
  ['@media (min-width: 1px) or (print) {}', 'or'],
  ['@media (min-aspect-ratio: 1) {}', 'a ratio of one number'],
  ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
  ['a { content-visibility: auto }', 'content-visibility'],
  ['a:has(b):user-invalid {}', ':user-invalid'],
  ['a { & b { color: red } }', 'nesting'],
  ['@starting-style {}', '@starting-style'],
])('the check finds %s', (sheet, name) => {
  expect(listTooNew(sheet)).toContainEqual(expect.stringMatching(`^${name.replace('()', '\\(\\)')}: `))
})

/**
 * The features of a style sheet that one of the oldest supported browsers lacks, each with those browsers.
 * Leaves out what the sheet asks for first, and printed pages.
 */
function listTooNew(sheet: string): string[] {
  const found = new Set<string>()
  const add: Add = (name, path) => {
    const lacking = listLacking(path)
    if (lacking.length > 0) found.add(`${name}: ${lacking.join(', ')}`)
  }
  postcss.parse(sheet).walk((node) => {
    if (isWithin(node, ['supports', 'page'])) return
    if (node.type === 'atrule') {
      add(`@${node.name}`, ['css', 'at-rules', node.name])
      if (node.name === 'media') addMedia(node.params, add)
    } else if (node.type === 'rule') {
      if (node.parent?.type === 'rule') add('nesting', ['css', 'selectors', 'nesting'])
      for (const [, name = ''] of node.selector.matchAll(/:([a-z-]+)/g))
        add(`:${name}`, ['css', 'selectors', name])
    } else if (node.type === 'decl') {
      addDeclaration(node, add)
    }
  })
  return [...found]
}

type Add = (name: string, path: FeaturePath) => void

function addMedia(params: string, add: Add): void {
  const addSyntax = (name: string, key: string) => add(name, ['css', 'at-rules', 'media', key])
  if (/[<>=]/.test(params)) addSyntax('a range', 'range_syntax')
  if (/\)\s*or\s*\(/.test(params)) addSyntax('or', 'or_syntax')
  if (/aspect-ratio:\s*\d+\)/.test(params))
    add('a ratio of one number', ['css', 'types', 'ratio', 'number_value'])
  for (const [, name = ''] of params.matchAll(/\((?:min-|max-)?([a-z-]+)/g)) addSyntax(`(${name})`, name)
}

function addDeclaration({ prop, value }: Declaration, add: Add): void {
  for (const [, name = ''] of value.matchAll(/([a-z][a-z-]*)\(/g)) {
    add(`${name}()`, ['css', 'types', name])
    add(`${name}()`, ['css', 'types', 'color', name])
  }
  if (prop.startsWith('--')) return
  add(prop, ['css', 'properties', prop])
  for (const [word] of value.replace(/var\([^)]*\)/g, '').matchAll(/[a-z][a-z-]*/g))
    add(`${prop}: ${word}`, ['css', 'properties', prop, word])
}

function isWithin(node: Node, names: readonly string[]): boolean {
  const { parent } = node
  if (parent === undefined) return false
  return (parent instanceof AtRule && names.includes(parent.name)) || isWithin(parent, names)
}
