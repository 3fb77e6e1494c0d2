import { LANGUAGES, type Localized, localize } from '../deck/language.ts'
import { escapeHtml } from '../markup/html.ts'
import { PAGE_FOLDERS, TALKS_FOLDERS } from '../page/addresses.ts'

/**
 * The site's pages for search engines, each with its versions in other languages. `places` are the talks' folders,
 * from the site's root.
 */
export function renderSitemap(siteUrl: string, places: readonly string[]): string {
  const pages: Localized[] = places.map((place) => localize((language) => place + PAGE_FOLDERS[language]))
  if (places.length > 1) pages.push(TALKS_FOLDERS)
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => listVersions(siteUrl, page)).join('\n')}
</urlset>
`
}

function listVersions(siteUrl: string, page: Localized): string[] {
  const address = localize((language) => escapeHtml(siteUrl + page[language]))
  const alternates = LANGUAGES.map(
    (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address[language]}"/>`,
  ).join('')
  return LANGUAGES.map((language) => `<url><loc>${address[language]}</loc>${alternates}</url>`)
}

/** Allows everything. Search engines read this file only at a host's root. */
export function renderRobots(siteUrl: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${siteUrl}sitemap.xml\n`
}
