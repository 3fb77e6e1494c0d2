import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { renderNetworkParts } from '../drawings/network.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { collectText, renderFaces } from '../site/compose.ts'
import { cutFonts } from '../site/fonts.ts'
import { bundleStyles, renderDeckStyles } from '../site/styles.ts'
import { STRINGS } from '../strings/strings.ts'
import { type Frame, PENDING_STYLES } from './frames.ts'
import { pageHandout } from './handout/page-handout.ts'
import { renderHandout } from './handout/render-handout.ts'
import { writeOfficeFaces } from './pptx/office-faces.ts'

/** Nobody sees the document on a screen. Laying it out for paper only takes half the time. */
const PAPER_ONLY = '@media screen{main{display:none}}'

/** A document for the browser to print. It contains all it needs, fonts too. */
export interface PrintDocument {
  readonly title: string
  readonly html: string
  /** The frames on each page. */
  readonly sheets: readonly (readonly Frame[])[]
  /** How large it is printed: 1 as it is laid out, 0.5 half as large. */
  readonly scale: number
}

/** A document before fonts are cut for it. */
export interface Draft extends Omit<PrintDocument, 'html'> {
  readonly deck: Deck
  readonly language: Language
  readonly body: Html
  /** Styles in addition to the deck's. */
  readonly styles: () => string
}

interface DraftOptions {
  readonly deck: Deck
  readonly language: Language
  readonly frames: readonly Frame[]
}

/** One frame on each page, which has the slide's size. */
export function draftSlides({ deck, language, frames }: DraftOptions): Draft {
  return {
    title: deck.title[language],
    deck,
    language,
    body: html`${frames.map((frame) => frame.html)}`,
    styles: () => (frames.some(({ step }) => step !== undefined) ? PENDING_STYLES : ''),
    sheets: frames.map((frame) => [frame]),
    scale: 1,
  }
}

/** Two slides on a page, with room to write or with the speaker's notes, which may go on on pages of their own. */
export function draftHandout(options: DraftOptions & { readonly notes: boolean }): Draft {
  const { deck, language, frames, notes } = options
  const pages = pageHandout(frames, ({ id }) =>
    notes ? (deck.slides[id]?.notes[language].markdown.split('\n') ?? []) : [],
  )
  return {
    title: `${deck.title[language]} – ${STRINGS[language].handout}`,
    deck,
    language,
    body: renderHandout({ ...options, pages }),
    styles: () => bundleStyles('src/files/handout/handout.css'),
    sheets: pages.map((page) => page.flatMap(({ frame, isRest }) => (isRest ? [] : [frame]))),
    scale: 0.5,
  }
}

/**
 * What all printed documents share: the deck's styles, and fonts, cut to the drafts' text and inside the
 * document.
 */
export async function prepareStyles(deck: Deck, drafts: readonly Draft[]): Promise<Html> {
  const text = collectText(drafts.map(({ body }) => `<body>${body.markup}`))
  const fonts = await cutFonts(text, 'print')
  return html`${renderFaces(fonts)}${renderDeckStyles(deck)}`
}

/**
 * The same for documents that are measured for files of native objects. The office font stays off until the
 * page is laid out in the deck's own fonts.
 */
export async function prepareOfficeStyles(common: Html, drafts: readonly Draft[]): Promise<Html> {
  const faces = await writeOfficeFaces(drafts.map(({ body }) => body.markup).join(''))
  return html`${common}<style media="not all" data-office>${raw(faces)}</style>`
}

/** The deck's page without what paper has no use for: controls, dialogs, scripts. */
export function composeDocument(
  { title, deck, language, body, styles, sheets, scale }: Draft,
  common: Html,
): PrintDocument {
  const page = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
${common}<style>${raw(styles())}${raw(PAPER_ONLY)}</style></head>
<body>${renderNetworkParts(deck.network)}<main class="slides">${raw(keepLanguages(body.markup))}</main></body></html>`
  return { title, html: page.markup, sheets, scale }
}

/**
 * Chromium puts a span into the structure tree only if it is focusable, and without it a change of language
 * gets lost. On paper nothing else changes.
 */
function keepLanguages(markup: string): string {
  return markup.replaceAll('<span lang=', '<span tabindex="-1" lang=')
}
