import { createHash } from 'node:crypto'
import { type Html, html } from '../render/html.ts'

/** Scripts come from the site's own files only; one that stands in the page itself is named by its digest. */
export function renderPolicy(inlineScript?: string): Html {
  const scripts = ["'self'"]
  if (inlineScript !== undefined) {
    scripts.push(`'sha256-${createHash('sha256').update(inlineScript).digest('base64')}'`)
  }
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html`<meta http-equiv="Content-Security-Policy" content="${policy}">`
}
