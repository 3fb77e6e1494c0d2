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

/**
 * A QR code as SVG path data, one unit per module, in a square of `size` units with a quiet zone of four
 * around the code.
 */
function drawContactCode(card: string): { path: string; size: number } {
  // Scanners read every mask equally well. Searching for the best of the eight takes as long as rendering all
  // slides.
  const code = encode(card, { ecc: 'L', border: 4, maskPattern: 2 })
  const path = code.data
    .map((row, y) => {
      // One rectangle for each run of dark modules keeps the path short and free of hairlines.
      let runs = ''
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue
        const from = x
        while (row[x + 1]) x++
        runs += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`
      }
      return runs
    })
    .join('')
  return { path, size: code.size }
}

/** The contact card as a QR code. It repeats the words beside it. */
export function renderContactCode(card: string, alternative: string): Html {
  const { path, size } = drawContactCode(card)
  return html`<svg class="contact-code" data-repeats viewBox="0 0 ${size} ${size}" role="img" aria-label="${alternative}"><path d="${path}"/></svg>`
}
