import type { Deck, Talk } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { html, raw } from '../markup/html.ts'
import { PAGE_FOLDERS, shareFolder } from '../page/addresses.ts'
import { renderNotFoundPage } from '../page/not-found-page.ts'
import { renderSharePage } from '../page/share-page.ts'
import { bundleScript, bundleText } from './bundle.ts'
import { composeSite, type Downloads, listFiles, renderFaces } from './compose.ts'
import type { CutFont } from './fonts.ts'
import { renderPolicy } from './policy.ts'
import { drawIcons } from './sharing/icons.ts'
import { drawSharePictures } from './sharing/pictures.ts'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { bundleStyles, PALETTE_STYLE, renderDeckStyles } from './styles.ts'
import { renderWebManifest } from './web-manifest.ts'
import { listPrecached, REMOVAL_WORKER, writePrecached } from './worker.ts'

const FONT_FOLDER = 'assets/'
/** At the site's root, as a worker controls only its folder. Its name must never change. */
const WORKER = 'worker.js'

export interface SiteOptions {
  readonly talk: Talk
  /** Where the site is published, with a closing slash. Only then does it have share pages and pictures. */
  readonly siteUrl?: string | undefined
  /** The site's root on its host, with a slash at both ends. `siteUrl`, if there, overrides it. */
  readonly base?: string | undefined
  /** Whether the site works offline. If not, a worker of an earlier build removes itself. */
  readonly offline?: boolean
  /** The files that visitors may download. */
  readonly downloads?: Downloads | undefined
}

/** All files of the public site. */
export async function buildSite(options: SiteOptions): Promise<MemoryFile[]> {
  const { talk, siteUrl, offline = true, downloads = {} } = options
  const { deck } = talk
  const base = siteUrl === undefined ? (options.base ?? '/') : new URL(siteUrl).pathname
  const player = await bundleScript({ input: 'src/player/main.ts' })
  const [site, icons, shared] = await Promise.all([
    composeSite({
      talk,
      styles: renderDeckStyles(deck),
      script: player.entry,
      policy: true,
      fontFolder: FONT_FOLDER,
      otherPages: [renderNotFound(deck, base, [])],
      siteUrl,
      worker: offline ? WORKER : undefined,
      downloads,
    }),
    drawIcons(),
    siteUrl === undefined ? [] : composeShared(deck, siteUrl),
  ])
  const files: MemoryFile[] = [
    ...player.files,
    ...listFiles(site, FONT_FOLDER),
    ...icons,
    ...LANGUAGES.map((language) =>
      textFile(`${PAGE_FOLDERS[language]}manifest.webmanifest`, renderWebManifest(deck, language)),
    ),
    textFile('404.html', renderNotFound(deck, base, site.fonts)),
    ...Object.values(downloads),
    ...shared,
  ]
  const worker = offline
    ? writePrecached(await bundleText('src/worker/main.ts'), listPrecached(files))
    : REMOVAL_WORKER
  return [...files, textFile(WORKER, worker)]
}

function renderNotFound(deck: Deck, base: string, fonts: readonly CutFont[]): string {
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
