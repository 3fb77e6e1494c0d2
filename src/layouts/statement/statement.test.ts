import { expect, test } from 'vitest'
import deck from '../../../tests/fixtures/slides/sample/deck.ts'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'
import { findLayout } from '../index.ts'

test('a part of the network appears with the figure that counts it', () => {
  const markup = renderSample('sodai')
  expect(markup).toMatch(
    /class="figure fragment" data-fragment-index="0"><span class="value role-clusters">12</,
  )
  expect(markup).toContain('<use class="hubs fragment" data-fragment-index="0" href="#net-hubs"/>')
  expect(markup).toContain('<use class="companies fragment" data-fragment-index="1" href="#net-companies"/>')
  expect(countSampleSteps(markup)).toBe(2)
})

test('a ring draws the talk’s clusters and takes no step', () => {
  const markup = renderSample('bendrija')
  expect(/class="ring-clusters"[^>]*/.exec(markup)?.[0].match(/h0/g)).toHaveLength(12)
  expect(countSampleSteps(markup)).toBe(0)
})

test('a figure that the picture does not draw is a fault', () => {
  const slide = deck.slides['sodai']
  if (slide === undefined) throw new Error('the sample talk has no figures')
  const check = (size: Partial<typeof deck.network>) =>
    findLayout(slide)?.check?.(slide, { ...deck, network: { ...deck.network, ...size } })
  expect(check({})).toEqual([])
  expect(check({ companies: 151 })).toEqual([
    'the figure of companies says 150, but the network draws 151; take both from the same fact.',
  ])
})
