import type { Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language, localize } from '../deck/language.ts'
import { prepareForAudience } from '../deck/running-order.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { html, raw } from '../markup/html.ts'
import { inlineScript, renderPage } from '../page/page.ts'
import { collectText, renderFaces } from './compose.ts'
import { FIRST_VIEW } from './first-view.ts'
import { cutFonts } from './fonts.ts'
import { inlinePictures } from './pictures/prepare-pictures.ts'
import { renderPolicy } from './policy.ts'
import { renderDeckStyles } from './styles.ts'

/**
 * Each language as one file that holds all it needs and loads nothing, to send by e-mail and open without a
 * server. `script` is the player's whole code as a module without imports. Links that a visitor shares from a
 * file lead to `siteUrl`, where the site is published, with a closing slash.
 */
export async function composeSingle(talk: Talk, script: string, siteUrl?: string): Promise<MemoryFile[]> {
  const { deck, logos } = prepareForAudience(talk)
  const pictures = await inlinePictures(talk, 'screen')
  const files = localize((language) => `${deck.fileName[language]}.html`)
  const render = (language: Language, head = html``) =>
    renderPage({ deck, language, logos, pictures, head, files, siteUrl })
  const fonts = await cutFonts(collectText(LANGUAGES.map((language) => render(language))))
  const player = makeInlinable(script)
  const head = html`${renderPolicy([FIRST_VIEW, player], { standsAlone: true })}
${renderFaces(fonts)}
${renderDeckStyles(deck)}
${inlineScript(FIRST_VIEW)}<script type="module">${raw(player)}</script>`
  return LANGUAGES.map((language) => textFile(files[language], render(language, head)))
}

/** Code that is safe inside a script element. Throws when it contains what would end or hide the script. */
function makeInlinable(script: string): string {
  const code = script.trim().replace(/<\/(?=script)/gi, '<\\/')
  if (!/<!--|<script/i.test(code)) return code
  throw new Error('the player holds "<!--" or "<script", which a page takes for its own; write it otherwise')
}
