import type { Language } from '../deck/language.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { STRINGS } from '../strings/strings.ts'
import { shareFolder } from './addresses.ts'
import type { Download, PageOptions } from './page-options.ts'

/** Three connected dots. */
const SHARE_ICON = raw(
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M7.2 8.8l5.6-3.1M7.2 11.2l5.6 3.1"/><circle cx="5" cy="10" r="2.5"/><circle cx="15" cy="4.5" r="2.5"/><circle cx="15" cy="15.5" r="2.5"/></svg>',
)
const DOWNLOAD_ICON = raw(
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2.5v10M5.8 8.5l4.2 4.2 4.2-4.2M3 17.2h14"/></svg>',
)

/** The controls that share a slide's address and, where the site has one, download the file. */
export function renderShareAndDownload({
  language,
  files,
  siteUrl,
  download,
}: Pick<PageOptions, 'language' | 'siteUrl' | 'files' | 'download'>): Html {
  const share = STRINGS[language].share
  // A `file:` address leads nowhere on another machine.
  const canShare = files === undefined || siteUrl !== undefined
  // Only a published site has share pages.
  const pages =
    siteUrl && html` data-pages="${files === undefined ? './s/' : siteUrl + shareFolder(language)}"`
  return html`${canShare && html`<button class="control" data-control="share" type="button" aria-label="${share}" title="${share}"${pages}>${SHARE_ICON}</button>\n`}${download && renderDownload(language, download)}`
}

function renderDownload(language: Language, { href, bytes }: Download): Html {
  const what = `PDF, ${formatBytes(bytes, language)}`
  const name = `${STRINGS[language].download} ${what}`
  return html`<a class="control" data-control="download" href="${href}" download aria-label="${name}" title="${name}">${DOWNLOAD_ICON}<span>${what}</span></a>\n`
}

/** A size as the language writes it: `126 kB`, `1,3 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const isLarge = bytes >= 999_500
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  })
  return format.format(bytes / (isLarge ? 1e6 : 1e3)).replaceAll(' ', '\u00a0')
}

/** The live region where the player shows short notices, with the words of each. */
export function renderNotice(language: Language, { hall = false } = {}): Html {
  return html`<p class="notice" role="status" data-copied="${STRINGS[language].copied}" data-not-copied="${STRINGS[language].notCopied}" data-not-loaded="${STRINGS[language].notLoaded}" data-no-slide="${STRINGS[language].noSlide}"${hall && html` data-not-steered="${STRINGS[language].notSteered}"`}></p>`
}
