import { expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import { LANGUAGES, type Slide } from '../../slide.ts'
import { renderSlide, renderSlides } from '../slide.ts'

const logos = new Map<string, string>()

function render(
  id: string,
  slide: Slide | undefined = deck.slides[id],
  language: 'lt' | 'en' = 'lt',
): string {
  if (slide === undefined) throw new Error(`no slide ${id}`)
  const number = Object.keys(deck.slides).indexOf(id) + 1
  return renderSlide(slide, { deck, language, id, number, logos }).markup
}

const steps = (markup: string) =>
  new Set([...markup.matchAll(/data-fragment-index="(\d)"/g)].map(([, index]) => index)).size

test.each(LANGUAGES)('each slide is one labelled section with one heading (%s)', (language) => {
  for (const { markup } of renderSlides({ deck, language, logos })) {
    expect(markup.match(/<section /g)).toHaveLength(1)
    expect(markup.match(/<h[1-6]/g)).toHaveLength(1)
    expect(markup).toMatch(/<section id="[a-z-]+" class="slide" [^>]*aria-label="\d (iš|of) 9: [^"]+"/)
  }
})

test('steps are where the talk has them', () => {
  const counted = Object.keys(deck.slides).map((id) => [id, steps(render(id))])
  expect(Object.fromEntries(counted)).toEqual({
    infodiena: 0,
    asociacija: 2,
    naryste: 0,
    valdyba: 0,
    'verte-strategija': 1,
    'verte-krize': 1,
    transformacija: 1,
    jojimas: 3,
    aciu: 0,
  })
})

test('a part of the network appears with the figure that counts it', () => {
  const markup = render('asociacija')
  expect(markup).toMatch(
    /class="figure fragment" data-fragment-index="0"><span class="value role-clusters">57</,
  )
  expect(markup).toContain('<use class="hubs fragment" data-fragment-index="0" href="#net-hubs"/>')
  expect(markup).toContain('<use class="companies fragment" data-fragment-index="1" href="#net-companies"/>')
})

test('a member whose logo exists shows it, with the name as its text alternative', () => {
  const slide = deck.slides['valdyba']
  if (slide === undefined) throw new Error('no board')
  const withLogo = new Map([['national-food-cluster', 'data:image/svg+xml;base64,AAAA']])
  const { markup } = renderSlide(slide, { deck, language: 'lt', id: 'valdyba', number: 4, logos: withLogo })
  expect(markup).toContain(
    '<img class="member-logo" src="data:image/svg+xml;base64,AAAA" alt="NATIONAL FOOD CLUSTER Lithuania" lang="en">',
  )
  expect(markup.match(/member-name/g)).toHaveLength(6)
})

test('a name in another language says so, and a Lithuanian one is translated for English readers', () => {
  expect(render('valdyba')).not.toContain('lang="lt"')
  const english = render('valdyba', undefined, 'en')
  expect(english).toMatch(/lang="lt"><strong>LIETUVOS AUTODALIŲ/)
  expect(english).toContain(
    '<p class="member-translation">Cluster of energy-efficient and passive houses</p>',
  )
})

test('the text and its pull quote stand in reading order', () => {
  const order = (id: string) => render(id).replace(/^.*data-pull="(\w+)">.*$/s, '$1')
  const first = render('verte-strategija')
  expect(order('verte-strategija')).toBe('before')
  expect(first.indexOf('Atnaujintoje')).toBeLessThan(first.indexOf('Naujoji'))
  const second = render('verte-krize')
  expect(order('verte-krize')).toBe('after')
  expect(second.indexOf('Todėl')).toBeLessThan(second.indexOf('„pagrindinė'))
})

test('a fault in a slide names its file and language', () => {
  const broken = {
    ...deck.slides['naryste'],
    statement: { lt: { markdown: '[x]{.pink}' }, en: { markdown: 'x' } },
  }
  const slides = { ...deck.slides, naryste: broken as Slide }
  expect(() => renderSlides({ deck: { ...deck, slides }, language: 'lt', logos })).toThrow(
    /^slides\/naryste\.ts \(lt\): a span says \{\.pink\}; it takes one of /,
  )
})
