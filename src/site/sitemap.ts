import { LANGUAGES } from '../deck/language.ts'
import { escapeHtml } from '../markup/html.ts'
import { PAGE_FOLDERS } from '../page/addresses.ts'

/** The talk's pages for search engines, each with its versions in other languages. */
export function renderSitemap(siteUrl: string): string {
  const address = (folder: string) => escapeHtml(siteUrl + folder)
  const alternates = LANGUAGES.map(
    (language) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${address(PAGE_FOLDERS[language])}"/>`,
  ).join('')
  const urls = LANGUAGES.map(
    (language) => `<url><loc>${address(PAGE_FOLDERS[language])}</loc>${alternates}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

/** Allows everything. Search engines read this file only at a host's root. */
export function renderRobots(siteUrl: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${siteUrl}sitemap.xml\n`
}
