import { encode } from 'uqr'
import { type Html, html } from '../markup/html.ts'

export interface ContactCard {
  readonly givenName: string
  readonly familyName: string
  readonly organisation: string
  readonly role: string
  readonly email: string
  readonly linkedin: string
}

/** A contact card (vCard 3.0, RFC 2426) with only what the slide shows. Every line ends with CRLF. */
export function writeContactCard(card: ContactCard): string {
  const { givenName, familyName, organisation, role, email, linkedin } = card
  const escapeValue = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escapeValue(familyName)};${escapeValue(givenName)}`,
    `FN:${escapeValue(`${givenName} ${familyName}`)}`,
    `ORG:${escapeValue(organisation)}`,
    `TITLE:${escapeValue(role)}`,
    `EMAIL:${email}`,
    `URL:${linkedin}`,
    'END:VCARD',
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

/** The contact card as a QR code, one unit per module. It repeats the words beside it. */
export function renderContactCode(card: string, alternative: string): Html {
  // Scanners read every mask equally well. Searching for the best of the eight takes as long as rendering all
  // slides.
  const { data, size } = encode(card, { ecc: 'L', border: 4, maskPattern: 2 })
  const path = data.map((row, y) => {
    // One rectangle for each run of dark modules keeps the path short and free of hairlines.
    const runs = row
      .map((module) => (module ? '1' : '0'))
      .join('')
      .matchAll(/1+/g)
    return [...runs].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
  })
  return html`<svg class="contact-code" data-repeats viewBox="0 0 ${size} ${size}" role="img" aria-label="${alternative}"><path d="${path.join('')}"/></svg>`
}
