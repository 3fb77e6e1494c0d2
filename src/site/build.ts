import type { Deck } from '../deck/deck.ts'
import { prepareForAudience } from '../deck/running-order.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { html } from '../markup/html.ts'
import { renderNotFoundPage } from '../page/not-found-page.ts'
import { buildTalk, makeSharedParts, nameOf, type PublishedTalk } from './build-talk.ts'
import { renderFaces } from './compose.ts'
import { composeTalksPages } from './compose-talks-pages.ts'
import type { CutFont } from './fonts.ts'
import { listMovedSlides, renderMovedPages, renderMovedSharePages } from './moved.ts'
import { renderPolicy } from './policy.ts'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { renderStyles } from './styles.ts'

export interface SiteOptions {
  /** The first is at the site's root, each other in a folder of its name. */
  readonly talks: readonly PublishedTalk[]
  /** Where the site is published, with a closing slash. Only then does it have share pages and pictures. */
  readonly siteUrl?: string | undefined
  /** The site's root on its host, with a slash at both ends. `siteUrl`, if there, overrides it. */
  readonly base?: string | undefined
  /** Whether the site works offline. If not, a worker of an earlier build removes itself. */
  readonly offline?: boolean
}

/** All files of the public site. Every address that it had with another talk at its root still leads there. */
export async function buildSite(options: SiteOptions): Promise<MemoryFile[]> {
  const { siteUrl, offline = true } = options
  const talks = options.talks.map(prepareForAudience)
  const [first, ...others] = talks
  if (first === undefined) throw new Error('a site needs a talk')
  const base = siteUrl === undefined ? (options.base ?? '/') : new URL(siteUrl).pathname
  const hasOthers = others.length > 0
  const shared = { siteUrl, hasOthers, parts: await makeSharedParts(offline) }
  const root = await buildTalk({
    ...shared,
    talk: first,
    place: '',
    otherPages: [renderNotFound(first.deck, base, [], hasOthers)],
    otherFiles: hasOthers ? listMovedSlides(talks) : [],
  })
  const files = [...root.files, textFile('404.html', renderNotFound(first.deck, base, root.fonts, hasOthers))]
  const places = ['']
  for (const talk of others) {
    const place = `${nameOf(talk)}/`
    const { files: own, sharePictures } = await buildTalk({ ...shared, talk, place })
    places.push(place)
    files.push(
      ...own,
      ...renderMovedSharePages({ talk, from: '', to: place, siteUrl, pictures: sharePictures }),
    )
  }
  if (hasOthers) {
    const moved = { talk: first, from: `${nameOf(first)}/`, to: '', siteUrl, pictures: root.sharePictures }
    files.push(...renderMovedPages(moved), ...(await composeTalksPages(talks, places, siteUrl)))
  }
  return [...dropTaken(files), ...renderForSearch(places, siteUrl)]
}

/** Of two files with the same name the first stays: what a talk has in its own place, then the newer talk's. */
function dropTaken(files: readonly MemoryFile[]): MemoryFile[] {
  return [...new Map(files.toReversed().map((file) => [file.name, file])).values()].reverse()
}

function renderNotFound(deck: Deck, base: string, fonts: readonly CutFont[], hasOthers: boolean): string {
  const head = html`${renderPolicy()}
${renderFaces(fonts, base)}
${renderStyles('src/page/styles/not-found.css')}`
  return renderNotFoundPage({ deck, base, head, hasOthers })
}

function renderForSearch(places: readonly string[], siteUrl: string | undefined): MemoryFile[] {
  if (siteUrl === undefined) return []
  const isHostRoot = new URL(siteUrl).pathname === '/'
  return [
    textFile('sitemap.xml', renderSitemap(siteUrl, places)),
    ...(isHostRoot ? [textFile('robots.txt', renderRobots(siteUrl))] : []),
  ]
}
