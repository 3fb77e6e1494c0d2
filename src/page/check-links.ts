import { isOnPurpose } from '../deck/deck-fault.ts'
import { LANGUAGES } from '../deck/language.ts'
import { checkAddress } from '../markup/check-address.ts'
import { findLinks, isMarkdown } from '../markup/markdown.ts'

/** Fields that are addresses, whatever is written in them. */
const ADDRESS_FIELDS: Readonly<Record<string, string>> = { url: '', linkedin: '', email: 'mailto:' }
/** What a program takes for an address, in whatever field. */
const SCHEME = /^\s*[a-z][a-z0-9+.-]*:\S/i

/**
 * Finds every address in a slide, or in a part of a deck, that leads nowhere: in its fields, its texts and its notes. Each fault names the
 * field, what is wrong and how to mend it.
 */
export function checkLinks(given: object, ids: readonly string[]): string[] {
  const faults: string[] = []
  const check = (place: string, address: string) => {
    const fault = checkAddress(address)
    if (fault !== undefined) faults.push(`${place}: ${fault}.`)
    else if (address.startsWith('#') && !ids.includes(address.slice(1))) {
      faults.push(`${place}: the link ${address} leads to no slide; the slides are ${ids.join(', ')}.`)
    }
  }
  const visit = (value: unknown, path: readonly string[], language = '') => {
    const place = path.join('.') + language
    if (isMarkdown(value)) {
      try {
        for (const link of findLinks(value)) check(place, link)
      } catch (error) {
        if (!isOnPurpose(error)) throw error
        faults.push(`${place}: ${error.message}.`)
      }
    } else if (typeof value === 'string') {
      const prefix = ADDRESS_FIELDS[path.at(-1) ?? '']
      if (prefix !== undefined) check(place, prefix + value)
      // A title may well have a colon in it.
      else if (language === '' && SCHEME.test(value)) check(place, value)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (LANGUAGES.some((one) => one === key)) visit(item, path, ` (${key})`)
        else visit(item, [...path, key], language)
      }
    }
  }
  visit(given, [])
  return faults
}
