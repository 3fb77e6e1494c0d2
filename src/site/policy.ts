import { createHash } from 'node:crypto'
import { type Html, html } from '../markup/html.ts'

/**
 * The content policy: only the site's own files may load, and inline scripts are allowed by their digests. A
 * page that `standsAlone` loads nothing at all, as it contains everything. `film`: it plays one from its script.
 */
export function renderPolicy(
  inlineScripts: readonly string[] = [],
  { standsAlone = false, film = false } = {},
): Html {
  const own = standsAlone ? [] : ["'self'"]
  const digests = inlineScripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  const directives: [name: string, sources: string[]][] = [
    ['default-src', []],
    ['script-src', [...own, ...digests]],
    ['style-src', ["'unsafe-inline'"]],
    ['img-src', [...own, 'data:']],
    ['font-src', standsAlone ? ['data:'] : own],
    ['connect-src', own],
    ['manifest-src', own],
    ['base-uri', []],
    ['form-action', []],
  ]
  if (film) directives.push(['media-src', ['data:']])
  const policy = directives.map(([name, sources]) => `${name} ${sources.join(' ') || "'none'"}`).join('; ')
  return html`<meta http-equiv="Content-Security-Policy" content="${policy}">`
}
