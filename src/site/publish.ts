import type { Deck, Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { html, raw } from '../markup/html.ts'
import { PAGE_FOLDERS, shareFolder } from '../page/addresses.ts'
import { renderNotFoundPage } from '../page/not-found-page.ts'
import { renderSharePage } from '../page/share-page.ts'
import { composeSite, renderFaces } from './compose.ts'
import type { CutFont } from './fonts.ts'
import { renderPolicy } from './policy.ts'
import { drawIcons } from './sharing/icons.ts'
import { drawSharePictures } from './sharing/pictures.ts'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { bundleDeckStyles, bundleStyles } from './styles.ts'
import { renderWebManifest } from './web-manifest.ts'

const FONT_FOLDER = 'assets/'

export interface PublishOptions {
  readonly talk: Talk
  /** The player's script, from the site's root. */
  readonly script: string
  /** The worker's script, from the site's root; without it the site does not work offline. */
  readonly worker?: string
  /** Where the site is published, with a closing slash; only with it is there something to share. */
  readonly siteUrl?: string
  /** The files that visitors may take along. */
  readonly downloads?: Downloads
  /** The site's root on its host, with a slash at both ends. */
  readonly base: string
}

/** The talk as a PDF. */
export type Downloads = Readonly<Partial<Record<Language, { fileName: string; bytes: Uint8Array }>>>

export interface SiteFile {
  /** From the site's root. */
  readonly fileName: string
  readonly source: string | Uint8Array
}

/** All the files of the public site but the scripts. Throws one error that lists every fault of the deck. */
export async function publishSite(options: PublishOptions): Promise<SiteFile[]> {
  const { talk, siteUrl, downloads = {} } = options
  const { deck } = talk
  const [site, icons, shared] = await Promise.all([
    composeSite({
      talk,
      styles: html`<style>${raw(bundleDeckStyles())}</style>`,
      script: options.script,
      policy: true,
      fontFolder: FONT_FOLDER,
      otherPages: [renderNotFound(options, [])],
      ...(siteUrl !== undefined && { siteUrl }),
      ...(options.worker !== undefined && { worker: options.worker }),
      downloads,
    }),
    drawIcons(),
    siteUrl === undefined ? [] : composeShared(deck, siteUrl),
  ])
  return [
    ...site.pages.map(({ fileName, html }) => ({ fileName, source: html })),
    ...site.fonts.map(({ fileName, bytes }) => ({ fileName: FONT_FOLDER + fileName, source: bytes })),
    ...icons.map(({ fileName, bytes }) => ({ fileName: `icons/${fileName}`, source: bytes })),
    ...LANGUAGES.map((language) => ({
      fileName: `${PAGE_FOLDERS[language]}manifest.webmanifest`,
      source: renderWebManifest(deck, language),
    })),
    { fileName: '404.html', source: renderNotFound(options, site.fonts) },
    ...Object.values(downloads).map(({ fileName, bytes }) => ({ fileName, source: bytes })),
    ...shared,
  ]
}

function renderNotFound({ talk: { deck }, base }: PublishOptions, fonts: readonly CutFont[]): string {
  const head = html`${renderPolicy()}
${renderFaces(fonts, base + FONT_FOLDER)}
<style>${raw(bundleStyles('src/page/styles/not-found.css'))}</style>`
  return renderNotFoundPage({ deck, base, head })
}

/** What others' machines ask for: search engines, and networks that show a picture of what is shared. */
async function composeShared(deck: Deck, siteUrl: string): Promise<SiteFile[]> {
  const policy = renderPolicy([], { standsAlone: true })
  const pages = LANGUAGES.flatMap((language) =>
    Object.keys(deck.slides).map((slide) => ({
      fileName: `${shareFolder(language)}${slide}/index.html`,
      source: renderSharePage({ deck, language, slide, siteUrl, policy }),
    })),
  )
  const pictures = await drawSharePictures(deck)
  const isHostRoot = new URL(siteUrl).pathname === '/'
  return [
    ...pages,
    ...pictures.map(({ fileName, png }) => ({ fileName, source: png })),
    { fileName: 'sitemap.xml', source: renderSitemap(siteUrl) },
    ...(isHostRoot ? [{ fileName: 'robots.txt', source: renderRobots(siteUrl) }] : []),
  ]
}
