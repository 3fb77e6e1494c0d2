import type { SlideBase, Source } from '../../deck/deck.ts'
import { LANGUAGES, type Localized } from '../../deck/language.ts'
import { type Html, html } from '../../markup/html.ts'
import { bindNumbers, typeset } from '../../markup/typeset.ts'
import { STRINGS } from '../../strings/strings.ts'
import { renderSources, renderTitle, type SlideContext, say } from '../context.ts'
import type { Layout } from '../layout.ts'

/** Somebody's words, as large as they can be, and who said them. */
export interface QuoteSlide extends SlideBase {
  readonly layout: 'quote'
  /** The words without quotation marks: each language has its own. */
  readonly words: Localized
  /** Who said them, with the full name. */
  readonly name: string
  /** Who that is, or where the words stand. */
  readonly role?: Localized
  /** Where one can read the words. */
  readonly sources?: readonly Source[]
}

/** The longest words that have room, in characters. */
const LONGEST = 280

export const quote: Layout<QuoteSlide> = { ground: 'paper', render: renderQuote, check: checkWords }

function checkWords({ words }: QuoteSlide): string[] {
  return LANGUAGES.filter((language) => words[language].length > LONGEST).map(
    (language) =>
      `words (${language}) has ${words[language].length} characters, and ${LONGEST} have room; quote less, or take the layout "argument".`,
  )
}

/** The size of letters that fills the same area with any number of them, in hundredths of the slide's width. */
function chooseSize(length: number): number {
  return Number(Math.min(8, 60 / Math.sqrt(length)).toFixed(2))
}

/** The words with their marks, larger the shorter they are; the speaker below. */
function renderQuote({ title, words, name, role, sources = [] }: QuoteSlide, context: SlideContext): Html {
  const { opening, closing } = STRINGS[context.language].quotationMarks
  const size = chooseSize(words[context.language].length)
  return html`${renderTitle(context, title)}
    <div class="quote">
      <blockquote class="words" style="--size: ${size}"><p><span class="mark">${opening}</span>${bindNumbers(say(context, words))}${closing}</p></blockquote>
      <div class="who"><p>– <b>${typeset(name)}</b></p>${role && html`<p class="role">${say(context, role)}</p>`}</div>
    </div>
    ${renderSources(context, sources)}`
}
