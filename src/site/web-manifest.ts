import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { contentTypeOf } from '../disk/memory-file.ts'
import { PALETTE } from '../drawings/palette.ts'
import { pathToRoot } from '../page/addresses.ts'

/** A language's manifest, to install the talk as an app. Addresses are relative to the page. */
export function renderWebManifest(deck: Deck, language: Language): string {
  const root = pathToRoot(language)
  const icon = (name: string, sizes: string, purpose: 'any' | 'maskable') => ({
    src: `${root}icons/${name}`,
    sizes,
    type: contentTypeOf(name),
    purpose,
  })
  const manifest = {
    name: `${deck.title[language]} – ${deck.brand}`,
    short_name: deck.brand,
    description: deck.description[language],
    lang: language,
    dir: 'ltr',
    start_url: './',
    // The app includes the other language.
    scope: root,
    display: 'standalone',
    // The opening slide's ground.
    background_color: PALETTE.ink,
    theme_color: PALETTE.ink,
    icons: [
      icon('any.svg', 'any', 'any'),
      icon('192.png', '192x192', 'any'),
      icon('512.png', '512x512', 'any'),
      icon('maskable.png', '512x512', 'maskable'),
    ],
  }
  return JSON.stringify(manifest)
}
