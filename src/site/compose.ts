import type { Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language, localize } from '../deck/language.ts'
import { contentTypeOf, type MemoryFile, textFile } from '../disk/memory-file.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { MOVED_FILE, PAGE_FOLDERS, pathToRoot, TALKS_FOLDERS } from '../page/addresses.ts'
import { HALL, inlineScript, renderPage } from '../page/page.ts'
import type { PageOptions } from '../page/page-options.ts'
import { renderSlides } from '../page/render-slide.ts'
import { FIRST_VIEW } from './first-view.ts'
import { type CutFont, cutFonts, type TextInUse } from './fonts.ts'
import { preparePictures, type SitePicture } from './pictures/prepare-pictures.ts'
import { renderPolicy } from './policy.ts'

/** All pages, fonts and pictures of a site; the player's script is not among them. */
export interface Site {
  readonly pages: readonly Page[]
  readonly fonts: readonly CutFont[]
  readonly pictures: readonly SitePicture[]
}

export interface Page {
  readonly language: Language
  /** From the site's root: `index.html`, `en/index.html`; on the stage `hall.html`, `en/hall.html` too. */
  readonly name: string
  readonly html: string
}

/** The talk as a PDF in each language; the site has it at its root. */
export type Downloads = Readonly<Partial<Record<Language, MemoryFile>>>

export interface ComposeOptions extends Pick<PageOptions, 'siteUrl' | 'worker'> {
  readonly talk: Talk
  /** The head's styles: the sheet itself, or links to its parts. */
  readonly styles: Html
  /** The player's script, from the site's root; without it the pages have no script. */
  readonly script?: string
  /** Whether only the site's own files may load; off in development, where tools inject theirs. */
  readonly policy?: boolean
  /** Files at the site's root that the pages offer for download, by language. */
  readonly downloads?: Downloads | undefined
  /** The way from the talk's folder to the site's root, where downloads and the list of talks are. */
  readonly siteRoot?: '' | '../'
  /** Whether the site has other talks, and a page that lists them. */
  readonly hasOthers?: boolean
  /** Other pages that use the same fonts. */
  readonly otherPages?: readonly string[]
  /** For the stage: the room that pages follow. The hall's screen gets pages of its own. */
  readonly live?: { readonly room: string }
}

/** All pages of the talk, with their fonts and pictures. Throws a DeckFault for a broken picture. */
export async function composeSite(options: ComposeOptions): Promise<Site> {
  const { downloads, siteUrl, worker, live, siteRoot = '' } = options
  const { deck, logos } = options.talk
  const prepared = await preparePictures(options.talk)
  // Rendered once: fonts do not change them.
  const slides = localize((language) => {
    const pictures = prepared.at(pathToRoot(language))
    return renderSlides({ deck, language, logos, pictures })
  })
  const render = (language: Language, fonts: readonly CutFont[], hall = false) => {
    const download = downloads?.[language]
    const toSite = pathToRoot(language) + siteRoot
    return renderPage({
      deck,
      language,
      logos,
      slides: slides[language],
      head: renderHead(options, language, fonts),
      afterFirstSlide: renderRequests(options, language, fonts),
      siteUrl,
      worker,
      talks: options.hasOthers
        ? { href: toSite + TALKS_FOLDERS[language], moved: siteRoot === '' ? MOVED_FILE : undefined }
        : undefined,
      download: download && { href: toSite + download.name, bytes: download.bytes.length },
      live: live && { ...live, hall },
    })
  }
  // The pages' own text tells which glyphs they need, so that none is missed.
  const drafts = LANGUAGES.map((language) => render(language, []))
  const fonts = await cutFonts(collectText([...drafts, ...(options.otherPages ?? [])]))
  const pages = LANGUAGES.flatMap((language) =>
    (live === undefined ? ['index'] : ['index', HALL]).map((which) => ({
      language,
      name: `${PAGE_FOLDERS[language]}${which}.html`,
      html: render(language, fonts, which === HALL),
    })),
  )
  return { pages, fonts, pictures: prepared.files }
}

export function listFiles({ pages, fonts, pictures }: Site): MemoryFile[] {
  return [...pages.map(({ name, html }) => textFile(name, html)), ...fonts, ...pictures]
}

function renderHead(options: ComposeOptions, language: Language, fonts: readonly CutFont[]): Html {
  const { script } = options
  return html`${script !== undefined && options.policy && renderPolicy([FIRST_VIEW])}
${renderFaces(fonts, pathToRoot(language))}
${options.styles}
${script !== undefined && inlineScript(FIRST_VIEW)}`
}

/** The `@font-face` rules; `root` is the way to the talk's folder. Without it fonts are in the page. */
export function renderFaces(fonts: readonly CutFont[], root?: string): Html {
  const faces = fonts.map((font) => font.css(root === undefined ? inlineFont(font) : root + font.name))
  return html`<style>${raw(faces.join(''))}</style>`
}

/** Loads fonts and script after the first slide is parsed: each request before it would delay the parser. */
function renderRequests(options: ComposeOptions, language: Language, fonts: readonly CutFont[]): Html {
  const { script } = options
  const root = pathToRoot(language)
  const preloaded = fonts.filter(({ preload }) => preload)
  return html`${preloaded.map((font) => html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${root + font.name}">`)}${script !== undefined && html`<script type="module" async src="${script.startsWith('/') ? script : root + script}"></script>`}`
}

function inlineFont({ bytes, name }: CutFont): string {
  return `data:${contentTypeOf(name)};base64,${Buffer.from(bytes).toString('base64')}`
}

/**
 * The text of pages without their markup. `<em>` is set in italics, `data-capitals` in capitals, and the names
 * of keys (`<kbd>`) in the system's font.
 */
export function collectText(pages: readonly string[]): TextInUse {
  const bodies = pages.map((page) =>
    page.slice(Math.max(0, page.indexOf('<body'))).replace(/<(script|kbd).*?<\/\1>/gs, ''),
  )
  const withoutTags = (text: string) => text.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, '&<>"\'')
  const capitals = bodies.flatMap((body) =>
    [...body.matchAll(/ data-capitals>([^<]*)/g)].map(([, text]) => text),
  )
  return {
    // Digits and `#` are for what the slides' text may lack: counters and the sign of a link to a slide.
    normal: `${bodies.map(withoutTags).join('')}${capitals.join('').toLocaleUpperCase()}0123456789#`,
    italic: bodies
      .flatMap((body) => body.match(/<em>.*?<\/em>/gs) ?? [])
      .map(withoutTags)
      .join(''),
  }
}
