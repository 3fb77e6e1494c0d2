import type { Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { MOVED_FILE, PAGE_FOLDERS } from '../page/addresses.ts'
import { renderMovedPage } from '../page/moved-page.ts'
import { nameOf, WORKER } from './build-talk.ts'
import { renderPolicy } from './policy.ts'
import { findWay, renderSharePages } from './share-pages.ts'
import { REMOVAL_WORKER } from './worker.ts'

/** A talk, and a folder where it is not but may have been: from the site's root, empty for the root itself. */
export interface Move {
  readonly talk: Talk
  readonly from: string
  /** Where the talk is. */
  readonly to: string
  /** Where the site is published, with a closing slash. */
  readonly siteUrl: string | undefined
  /** The slides' share pictures. Pictures cannot lead anywhere, so they are in both places. */
  readonly pictures: readonly MemoryFile[]
}

/** The share pages that a talk has had in another place; they lead to its slides. */
export function renderMovedSharePages({ talk: { deck }, from, to, siteUrl, pictures }: Move): MemoryFile[] {
  if (siteUrl === undefined) return []
  const pages = renderSharePages(deck, siteUrl + to, { from, to })
  return [...pages, ...pictures.map((file) => ({ ...file, name: from + file.name }))]
}

/**
 * The pages that a talk has had in its own folder, from which it went to the site's root. The worker that kept them
 * removes itself.
 */
export function renderMovedPages(move: Move): MemoryFile[] {
  const { talk, from, to, siteUrl } = move
  const pages = LANGUAGES.map((language) => {
    const folder = from + PAGE_FOLDERS[language]
    const target = findWay({ from: folder, to: to + PAGE_FOLDERS[language] })
    const canonical = siteUrl === undefined ? target : siteUrl + to + PAGE_FOLDERS[language]
    const page = renderMovedPage({
      deck: talk.deck,
      language,
      target,
      canonical,
      policy: (script) => renderPolicy([script], { standsAlone: true }),
    })
    return textFile(`${folder}index.html`, page)
  })
  return [...pages, textFile(from + WORKER, REMOVAL_WORKER), ...renderMovedSharePages(move)]
}

/**
 * Where the slides of the other talks are, a file a language: the root's page reads it when its address names none of
 * its own slides, as a talk that was at the root before has left such addresses everywhere. Of two talks with the same
 * id the newer one has it.
 */
export function listMovedSlides([first, ...others]: readonly Talk[]): MemoryFile[] {
  const own = new Set(Object.keys(first?.deck.slides ?? {}))
  const list = (language: Language) =>
    others.toReversed().flatMap((talk) =>
      Object.keys(talk.deck.slides)
        .filter((id) => !own.has(id))
        .map((id) => {
          const way = findWay({
            from: PAGE_FOLDERS[language],
            to: `${nameOf(talk)}/${PAGE_FOLDERS[language]}`,
          })
          return [id, `${way}#${id}`] as const
        }),
    )
  return LANGUAGES.map((language) =>
    textFile(PAGE_FOLDERS[language] + MOVED_FILE, JSON.stringify(Object.fromEntries(list(language)))),
  )
}

/**
 * Says which slides of the talk at the root have an id that another talk has too: an address that led to the other
 * talk's slide, when that was at the root, now leads to this one.
 */
export function findTakenIds([first, ...others]: readonly Talk[]): string[] {
  if (first === undefined) return []
  return Object.keys(first.deck.slides).flatMap((id) => {
    const other = others.find(({ deck }) => Object.hasOwn(deck.slides, id))
    if (other === undefined) return []
    return `${first.folder}/${id}.ts: ${other.folder} has a slide "${id}" too, so an old link to it may lead here; rename the newer one.`
  })
}
