import path from 'node:path'
import type { Deck } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { PAGE_FOLDERS, shareFolder } from '../page/addresses.ts'
import { renderSharePage } from '../page/share-page.ts'
import { renderPolicy } from './policy.ts'

/** Where share pages are, and the talk that they lead to: folders from the same root, with a closing slash or empty. */
export interface Way {
  readonly from: string
  readonly to: string
}

/** Each slide's share page. `siteUrl` is where the talk is published, with a closing slash. */
export function renderSharePages(deck: Deck, siteUrl: string, { from, to }: Way): MemoryFile[] {
  const policy = renderPolicy([], { standsAlone: true })
  return LANGUAGES.flatMap((language) =>
    Object.keys(deck.slides).map((slide) => {
      const folder = `${from}${shareFolder(language)}${slide}/`
      const target = `${findWay({ from: folder, to: to + PAGE_FOLDERS[language] })}#${slide}`
      const page = renderSharePage({ deck, language, slide, siteUrl, policy, target })
      return textFile(`${folder}index.html`, page)
    }),
  )
}

/** The relative address from one folder to the other. */
export function findWay({ from, to }: Way): string {
  return `${path.posix.relative(`/${from}`, `/${to}`) || '.'}/`
}
