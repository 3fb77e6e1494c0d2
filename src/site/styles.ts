import { existsSync } from 'node:fs'
import path from 'node:path'
import { browserslistToTargets, bundle, Features } from 'lightningcss'
import { BROWSERS } from '../../vite.config.ts'
import type { Deck } from '../deck/deck.ts'
import { PALETTE } from '../drawings/palette.ts'
import { LAYOUTS } from '../layouts/index.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { ROOT } from '../root.ts'
import { FALLBACK_FACES } from './fallback-fonts.ts'

const { ios, ...others } = BROWSERS
const TARGETS = browserslistToTargets(
  Object.entries({ ...others, ios_saf: ios }).map(([name, version]) => `${name} ${version}`),
)

/**
 * The style sheets of a deck, from the project's root: what all slides share, and the own one of each layout
 * that it uses. Without a deck those of all layouts.
 */
export function listSheets(deck?: Deck): string[] {
  const used = deck && new Set(Object.values(deck.slides).map(({ layout }) => layout))
  const layouts = Object.keys(LAYOUTS).filter((name) => used?.has(name) ?? true)
  return ['src/page/styles/main.css', ...layouts.map((name) => `src/layouts/${name}/style.css`)]
}

/** What every page needs before its style sheets: the palette as custom properties, and fallbacks for its fonts. */
export const FIRST_STYLE = `:root{${Object.entries(PALETTE)
  .map(([name, colour]) => `--${name}:${colour}`)
  .join(';')}}${FALLBACK_FACES}`

/** Palette and fallbacks, the style sheets that `listSheets` gives, then `others`. Throws as `bundleStyles`. */
export function renderDeckStyles(deck?: Deck, ...others: readonly string[]): Html {
  return renderStyles(...listSheets(deck), ...others)
}

/** Palette and fallbacks, and these style sheets. Throws as `bundleStyles`. */
export function renderStyles(...sheets: readonly string[]): Html {
  return html`<style>${raw(FIRST_STYLE + sheets.map(bundleStyles).join(''))}</style>`
}

/** A style sheet with its imports, minified. Throws with file, line and column on a fault. */
export function bundleStyles(sheet: string): string {
  const filename = path.join(ROOT, sheet)
  if (!existsSync(filename)) throw new Error(`${sheet} is missing; every layout has one, even if it is empty`)
  const { code } = bundle({
    filename,
    minify: true,
    include: Features.Nesting,
    targets: TARGETS,
  })
  return new TextDecoder().decode(code)
}
