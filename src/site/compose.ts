import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { checkDeck } from '../render/check-deck.ts'
import { type Html, html, raw } from '../render/html.ts'
import { inlineScript, PAGE_FOLDERS, pathToRoot, renderPage } from '../render/page.ts'
import { type Deck, LANGUAGES, type Language } from '../slide.ts'
import { FIRST_VIEW } from './first-view.ts'
import { type CutFont, cutFonts, type TextInUse } from './fonts.ts'

const SLIDES = fileURLToPath(new URL('../../slides/', import.meta.url))
const LOGOS = fileURLToPath(new URL('../../assets/logos/', import.meta.url))

/** Everything the visitor gets but the player's script: pages, fonts. */
export interface Site {
  readonly pages: readonly Page[]
  readonly fonts: readonly CutFont[]
}

export interface Page {
  readonly language: Language
  /** From the site's root: `index.html`, `en/index.html`. */
  readonly fileName: string
  readonly html: string
}

export interface ComposeOptions {
  readonly deck: Deck
  /** The head's styles: the sheet itself, or a link to it. */
  readonly styles: Html
  /** The player's script, from the site's root; without it the pages have no script at all. */
  readonly script?: string
  /** Lets nothing but the site's own files load; off in development, where the tools inject theirs. */
  readonly policy?: boolean
  readonly siteUrl?: string
  /**
   * Where the fonts lie, from the site's root, with a closing slash; without it they stand in the pages themselves,
   * cut for print.
   */
  readonly fontFolder?: string
}

/** Checks the deck and renders all its pages. Throws one error that lists every fault. */
export async function composeSite(options: ComposeOptions): Promise<Site> {
  const { deck } = options
  const logos = await readLogos()
  const faults = checkDeck(deck, { slideFiles: await listSlideFiles(), logos: [...logos.keys()] })
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const render = (language: Language, head: Html) =>
    renderPage({
      deck,
      language,
      logos,
      head,
      ...(options.siteUrl !== undefined && { siteUrl: options.siteUrl }),
    })
  // The glyphs in use are read off the pages themselves, so that no letter can be forgotten.
  const text = collectText(LANGUAGES.map((language) => render(language, html``)))
  const fonts = await cutFonts(text, options.fontFolder === undefined ? 'print' : 'web')
  const pages = LANGUAGES.map((language) => ({
    language,
    fileName: `${PAGE_FOLDERS[language]}index.html`,
    html: render(language, renderHead(options, language, fonts)),
  }))
  return { pages, fonts }
}

function renderHead(options: ComposeOptions, language: Language, fonts: readonly CutFont[]): Html {
  const root = pathToRoot(language)
  const { script, fontFolder } = options
  const url = (font: CutFont) =>
    fontFolder === undefined ? inlineFont(font) : `${root}${fontFolder}${font.fileName}`
  const preloaded = fontFolder === undefined ? [] : fonts.filter(({ preload }) => preload)
  return html`${script !== undefined && options.policy && renderPolicy()}
${preloaded.map((font) => html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${url(font)}">\n`)}<style>${raw(fonts.map((font) => font.css(url(font))).join(''))}</style>
${options.styles}
${script !== undefined && html`${inlineScript(FIRST_VIEW)}<script type="module" src="${script.startsWith('/') ? script : root + script}"></script>`}`
}

function inlineFont({ bytes }: CutFont): string {
  return `data:font/ttf;base64,${Buffer.from(bytes).toString('base64')}`
}

/** Scripts come from the site's own files only; the one in the page is named by its digest. */
function renderPolicy(): Html {
  const digest = createHash('sha256').update(FIRST_VIEW).digest('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${digest}'`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html`<meta http-equiv="Content-Security-Policy" content="${policy}">`
}

/** The text of pages without their markup; what stands in `<em>` is set in italics. */
function collectText(pages: readonly string[]): TextInUse {
  const bodies = pages.map((page) => page.slice(page.indexOf('<body')))
  const withoutTags = (text: string) => text.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, '&<>"\'')
  return {
    // A page's title and a counter's digits may show what the slides do not.
    normal: `${bodies.map(withoutTags).join('')}0123456789`,
    italic: bodies
      .flatMap((body) => body.match(/<em>.*?<\/em>/gs) ?? [])
      .map(withoutTags)
      .join(''),
  }
}

async function listSlideFiles(): Promise<string[]> {
  return listNames(SLIDES, '.ts').then((names) => names.filter((name) => name !== 'deck'))
}

async function listNames(folder: string, ending: string): Promise<string[]> {
  const files = await readdir(folder)
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
}

/** Logos stand in the page itself: they are few and small, and print as sharp as text. */
async function readLogos(): Promise<Map<string, string>> {
  const names = await listNames(LOGOS, '.svg')
  const files = names.map(async (name): Promise<[string, string]> => {
    const svg = await readFile(`${LOGOS}${name}.svg`, 'base64')
    return [name, `data:image/svg+xml;base64,${svg}`]
  })
  return new Map(await Promise.all(files))
}
