import { type Plugin, runnerImport } from 'vite'
import { html, raw } from '../render/html.ts'
import type { Deck } from '../slide.ts'
import type { composeSite } from './compose.ts'
import { bundleStyles } from './styles.ts'

const FONT_FOLDER = 'assets/'

/**
 * Adds the pages and their fonts to what Vite builds of the player. The deck and its renderer are loaded at the
 * build, not with the configuration: in development an edit to a slide must not restart the server.
 */
export function deckBuild(): Plugin {
  return {
    name: 'deck-build',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry)
      if (entry === undefined) this.error('the player has no entry chunk; see `input` in vite.config.ts')
      const [{ module: deck }, { module: compose }] = await Promise.all([
        runnerImport<{ default: Deck }>('/slides/deck.ts'),
        runnerImport<{ composeSite: typeof composeSite }>('/src/site/compose.ts'),
      ])
      const siteUrl = process.env['SITE_URL']
      const site = await compose.composeSite({
        deck: deck.default,
        styles: html`<style>${raw(bundleStyles())}</style>`,
        script: entry.fileName,
        policy: true,
        fontFolder: FONT_FOLDER,
        ...(siteUrl !== undefined && { siteUrl: siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/` }),
      })
      for (const page of site.pages)
        this.emitFile({ type: 'asset', fileName: page.fileName, source: page.html })
      for (const font of site.fonts) {
        this.emitFile({ type: 'asset', fileName: FONT_FOLDER + font.fileName, source: font.bytes })
      }
    },
  }
}
