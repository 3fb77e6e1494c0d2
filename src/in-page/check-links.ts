import type { Finding } from './contract.ts'
import { describe, quote } from './describe.ts'

/**
 * Finds links to nowhere: an id that the page lacks, a file that the site lacks, an address that is not
 * valid. `files` are the site's, from its root. Does not ask other sites.
 */
export function checkLinks(files: readonly string[]): Finding[] {
  const links = document.querySelectorAll('a, use[href], link[rel="alternate"], link[rel="canonical"]')
  return [...links].flatMap((link): Finding[] => {
    const href = link.getAttribute('href')
    const reason = href === null ? 'has no address' : findReason(href, files)
    if (reason === undefined) return []
    const name = (link.textContent ?? '').trim()
    const label = name === '' ? describe(link) : `${quote(name)} (${describe(link)})`
    const slide = link.closest('.slide')?.id ?? ''
    return [{ severity: 'fault', slide, what: `link ${label} ${reason}` }]
  })
}

function findReason(href: string, files: readonly string[]): string | undefined {
  if (href.startsWith('#')) {
    const id = decodeURIComponent(href.slice(1))
    return document.getElementById(id) === null ? `leads to ${href}, which is not in the page` : undefined
  }
  if (!URL.canParse(href, document.baseURI)) return `leads to “${href}”, which is no address`
  const url = new URL(href, document.baseURI)
  if (url.protocol === 'mailto:') {
    return /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(url.pathname)
      ? undefined
      : `writes to “${href}”, which is no e-mail address`
  }
  if (url.origin === location.origin) {
    const file = decodeURIComponent(url.pathname).slice(1)
    return files.includes(file === '' || file.endsWith('/') ? `${file}index.html` : file)
      ? undefined
      : `leads to ${href}, which is not on the site`
  }
  if (url.protocol !== 'https:') return `leads to “${href}”, which is not https`
  return /^[^.]+(\.[^.]+)+$/.test(url.hostname) ? undefined : `leads to “${href}”, which names no host`
}
