import { isExpectedError } from '../deck/deck-fault.ts'
import { checkAddress } from '../markup/check-address.ts'
import { findLinks } from '../markup/markdown.ts'
import { listTexts } from './list-texts.ts'

/** Fields that always hold an address, with the prefix that makes their value a URL. */
const ADDRESS_FIELDS: Readonly<Record<string, string>> = {
  url: '',
  linkedin: '',
  registration: '',
  email: 'mailto:',
}
/** Matches text that a program would take for an address, in any other field. */
const SCHEME = /^\s*[a-z][a-z0-9+.-]*:\S/i

/**
 * Finds every bad address in the fields, texts and notes of a slide or of a part of a deck. Each fault names
 * the field, what is wrong and how to mend it.
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
  for (const { path, language, text, markdown } of listTexts(given)) {
    const place = language === undefined ? path : `${path} (${language})`
    const prefix = ADDRESS_FIELDS[path.split('.').at(-1) ?? '']
    if (markdown) {
      try {
        for (const link of findLinks({ markdown: text })) check(place, link)
      } catch (error) {
        if (!isExpectedError(error)) throw error
        faults.push(`${place}: ${error.message}.`)
      }
    } else if (prefix !== undefined) check(place, prefix + text)
    // Only plain strings: a title, which is localized, may contain a colon.
    else if (language === undefined && SCHEME.test(text)) check(place, text)
  }
  return faults
}
