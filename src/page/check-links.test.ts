import { describe, expect, it } from 'vitest'
import { BASE, marked } from '../../tests/layout-slides.ts'
import type { Source } from '../deck/deck.ts'
import { md } from '../deck/markdown.ts'
import type { Slide } from '../layouts/index.ts'
import { checkAddress } from '../markup/check-address.ts'
import { checkLinks } from './check-links.ts'

const base = { ...BASE, title: { lt: 'Apie: viską', en: 'About: all' } }

/** A closing slide with a contact that the compiler would reject. */
function closeWith(contact: Readonly<Record<'email' | 'linkedin', string>>): Slide {
  const person = { givenName: 'A', familyName: 'B', contact: { role: base.title, ...contact } }
  return { ...base, layout: 'cover', person } as Slide
}

describe('an address in a slide', () => {
  it.each([
    'https://a.example',
    'https://a.example/b?c#d',
    'mailto:a@b.example',
    'mailto:a@b.lt?subject=c',
    '#x',
  ])('may be %s', (address) => {
    expect(checkAddress(address)).toBeUndefined()
  })

  it.each([
    'javascript:alert(1)',
    ' https://a.example',
    'JavaScript:x',
    'http://a.example',
    '//a.example',
    'www.a.lt',
    '',
  ])('may not be "%s"', (address) => {
    expect(checkAddress(address)).toBe(
      `"${address}" is neither https:, mailto: nor a slide (#id); write one of these`,
    )
  })

  it.each([
    'https:',
    'https://',
    'https:a.example',
    'https:///a',
    'https://a b.example/',
    'https://a.example/b c',
  ])('is not whole as "%s"', (address) => {
    expect(checkAddress(address)).toBe(`"${address}" is no whole address; write it as https://host/path`)
  })
})

describe('the check of a slide', () => {
  it('names a contact that leads nowhere by its field', () => {
    const slide = closeWith({ email: 'javascript:alert(1)', linkedin: 'javascript:alert(2)' })
    expect(checkLinks(slide, [])).toEqual([
      'person.contact.email: "javascript:alert(1)" is no e-mail address; write it as name@host.',
      'person.contact.linkedin: "javascript:alert(2)" is neither https:, mailto: nor a slide (#id); write one of these.',
    ])
  })

  it('names a source by its place in the list', () => {
    const pull = { place: 'before', sentence: marked('A') } as const
    const text = { lt: [], en: [] }
    const sources: Source[] = [{ url: 'https://a.example/' }, { url: 'https://' }]
    const slide: Slide = { ...base, layout: 'argument', pull, text, sources }
    expect(checkLinks(slide, [])).toEqual([
      'sources.1.url: "https://" is no whole address; write it as https://host/path.',
    ])
  })

  it('finds an address in a field that it does not know', () => {
    const slide = Object.assign(closeWith({ email: 'a@b.lt', linkedin: 'https://a.lt' }), {
      site: ' ftp://a.lt',
    })
    expect(checkLinks(slide, [])).toEqual([
      'site: " ftp://a.lt" is neither https:, mailto: nor a slide (#id); write one of these.',
    ])
  })

  it('names links in texts and notes, and missing slides', () => {
    const whole = { lt: md`[a](data:x)`, en: md`[a](#niekur)` }
    const slide = {
      ...closeWith({ email: 'a@b.lt', linkedin: 'https://a.lt' }),
      whole,
      notes: marked('[a](ftp://b)'),
    }
    expect(checkLinks(slide, ['viena', 'kita'])).toEqual([
      'notes (lt): the link "ftp://b" is neither https:, mailto: nor a slide (#id); write one of these.',
      'notes (en): the link "ftp://b" is neither https:, mailto: nor a slide (#id); write one of these.',
      'whole (lt): the link "data:x" is neither https:, mailto: nor a slide (#id); write one of these.',
      'whole (en): the link #niekur leads to no slide; the slides are viena, kita.',
    ])
  })
})
