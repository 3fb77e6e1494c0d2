import type { Deck, Talk } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { html, raw } from '../markup/html.ts'
import { PAGE_FOLDERS, shareFolder } from '../page/addresses.ts'
import { renderNotFoundPage } from '../page/not-found-page.ts'
import { renderSharePage } from '../page/share-page.ts'
import { composeSite, type Downloads, listFiles, renderFaces } from './compose.ts'
import type { CutFont } from './fonts.ts'
import { renderPolicy } from './policy.ts'
import { drawIcons } from './sharing/icons.ts'
import { drawSharePictures } from './sharing/pictures.ts'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { bundleStyles, PALETTE_STYLE, renderDeckStyles } from './styles.ts'
import { renderWebManifest } from './web-manifest.ts'

const FONT_FOLDER = 'assets/'

export interface PublishOptions {
  readonly talk: Talk
  /** The player's script, from the site's root. */
  readonly script: string
  /** The worker's script, from the site's root; without it the site does not work offline. */
  readonly worker?: string
  /** Where the site is published, with a closing slash. Only then does it have share pages and pictures. */
  readonly siteUrl?: string
  /** The files that visitors may download. */
  readonly downloads?: Downloads
  /** The site's root on its host, with a slash at both ends. */
  readonly base: string
}

/** All files of the public site except the scripts. */
export async function publishSite(options: PublishOptions): Promise<MemoryFile[]> {
  const { talk, siteUrl, downloads = {} } = options
  const { deck } = talk
  const [site, icons, shared] = await Promise.all([
    composeSite({
      talk,
      styles: renderDeckStyles(),
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
    ...listFiles(site, FONT_FOLDER),
    ...icons,
    ...LANGUAGES.map((language) =>
      textFile(`${PAGE_FOLDERS[language]}manifest.webmanifest`, renderWebManifest(deck, language)),
    ),
    textFile('404.html', renderNotFound(options, site.fonts)),
    ...Object.values(downloads),
    ...shared,
  ]
}

function renderNotFound({ talk: { deck }, base }: PublishOptions, fonts: readonly CutFont[]): string {
  const head = html`${renderPolicy()}
${renderFaces(fonts, base + FONT_FOLDER)}
<style>${raw(PALETTE_STYLE + bundleStyles('src/page/styles/not-found.css'))}</style>`
  return renderNotFoundPage({ deck, base, head })
}

/** Files for other machines: search engines, and networks that show a picture of a shared page. */
async function composeShared(deck: Deck, siteUrl: string): Promise<MemoryFile[]> {
  const policy = renderPolicy([], { standsAlone: true })
  const pages = LANGUAGES.flatMap((language) =>
    Object.keys(deck.slides).map((slide) =>
      textFile(
        `${shareFolder(language)}${slide}/index.html`,
        renderSharePage({ deck, language, slide, siteUrl, policy }),
      ),
    ),
  )
  const pictures = await drawSharePictures(deck)
  const isHostRoot = new URL(siteUrl).pathname === '/'
  return [
    ...pages,
    ...pictures,
    textFile('sitemap.xml', renderSitemap(siteUrl)),
    ...(isHostRoot ? [textFile('robots.txt', renderRobots(siteUrl))] : []),
  ]
}
