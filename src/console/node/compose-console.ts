import type { Talk } from '../../deck/deck.ts'
import { LANGUAGES, type Language, localize } from '../../deck/language.ts'
import { type MemoryFile, textFile } from '../../disk/memory-file.ts'
import { html } from '../../markup/html.ts'
import { PAGE_FOLDERS, pathToRoot } from '../../page/addresses.ts'
import { collectText, renderFaces, type Site } from '../../site/compose.ts'
import { cutFonts } from '../../site/fonts.ts'
import { preparePictures } from '../../site/pictures/prepare-pictures.ts'
import { renderPolicy } from '../../site/policy.ts'
import { renderDeckStyles } from '../../site/styles.ts'
import { CONSOLE_PAGE, NOTES_FILE, ORIGIN } from '../page/addresses.ts'
import { renderConsole, renderNotes } from '../page/render-console.ts'

export interface ConsoleOptions {
  readonly talk: Talk
  readonly room: string
  /** The path of the console's script, from the site's root; without it the pages have no script. */
  readonly script?: string
}

export interface Console extends Site {
  /** The notes of each language as JSON; the stage sends them only for the room's secret. */
  readonly notes: readonly MemoryFile[]
}

/** The speaker's console in all languages, with its own fonts, so that the audience's fonts stay small. */
export async function composeConsole({ talk, room, script }: ConsoleOptions): Promise<Console> {
  const { deck, logos } = talk
  const shown = await preparePictures(talk)
  const render = (language: Language, head = html``) => {
    const live = { room, path: `${pathToRoot(language)}live/${room}` }
    const pictures = shown.at(pathToRoot(language))
    return renderConsole({ deck, language, logos, pictures, head, live, origin: ORIGIN })
  }
  const notes = localize((language) => JSON.stringify(renderNotes(deck, language)))
  const text = collectText([...LANGUAGES.map((language) => render(language)), ...Object.values(notes)])
  const fonts = await cutFonts(text)
  const styles = renderDeckStyles(deck, 'src/console/page/console.css')
  const pages = LANGUAGES.map((language) => {
    const root = pathToRoot(language)
    const head = html`${renderPolicy([], { film: true })}
${renderFaces(fonts, root)}
${styles}${
  script !== undefined &&
  html`
<script type="module" src="${root}${script}"></script>`
}`
    return { language, name: `${PAGE_FOLDERS[language]}${CONSOLE_PAGE}.html`, html: render(language, head) }
  })
  return {
    pages,
    fonts,
    // The stage's other pages bring the same ones.
    pictures: [],
    notes: LANGUAGES.map((language) => textFile(PAGE_FOLDERS[language] + NOTES_FILE, notes[language])),
  }
}
