import type { SlideBase } from '../../deck/deck.ts'
import { LANGUAGES, type Language, type Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import type { ShownPicture } from '../../deck/picture.ts'
import { type Html, html } from '../../markup/html.ts'
import { heightOf } from '../check-height.ts'
import { renderTitle, type SlideContext, say, write } from '../context.ts'
import type { Layout } from '../layout.ts'
import type { PicturePlace } from '../picture-place.ts'
import { renderPicture } from '../render-picture.ts'

/** A photograph or a drawing with words: beside them, or filling the slide with the words on it. */
export interface PictureSlide extends SlideBase {
  readonly layout: 'picture'
  /** Beside the words, on their left or right, or filling the slide. */
  readonly place: 'left' | 'right' | 'filling'
  readonly picture: ShownPicture
  /** Shows all of a picture beside the words, uncropped: for a drawing or a screenshot. */
  readonly whole?: true
  /** Paragraphs. */
  readonly text?: readonly Localized<Markdown>[]
}

/** Areas as the style sheet gives them, the largest of each kind of screen. */
const PLACES = {
  filling: { wide: { width: 100, height: 56.25 }, compact: { width: 100, height: 150 } },
  beside: { wide: { width: 46, height: 48.25 }, compact: { width: 100, height: 100 } },
  whole: { wide: { width: 41, height: 41 }, compact: { width: 90, height: 100 }, whole: true },
} as const

/** The room that the words have, in hundredths of the slide's width. */
const ROOMS = { filling: { width: 86, height: 26 }, beside: { width: 43, height: 40 } } as const

export const picture: Layout<PictureSlide> = {
  ground: 'paper',
  render: (slide, context) =>
    slide.place === 'filling' ? renderFilling(slide, context) : renderBeside(slide, context),
  check: checkWords,
  listPictures: (slide) => [
    { ...placeOf(slide), picture: slide.picture, alternative: slide.picture.alternative, field: 'picture' },
  ],
}

function placeOf({ place, whole }: PictureSlide): PicturePlace {
  if (place === 'filling') return PLACES.filling
  return whole ? PLACES.whole : PLACES.beside
}

function checkWords(slide: PictureSlide): string[] {
  const { place, whole, title, text = [], picture } = slide
  const { width, height } = ROOMS[place === 'filling' ? 'filling' : 'beside']
  const needed = (language: Language) => {
    const small = [picture.caption, picture.credit].flatMap((one) => one?.[language] ?? []).join(' ')
    const texts = text.map(
      (one) => heightOf(one[language].markdown, { size: 2.2, width, leading: 1.36 }) + 1.2,
    )
    const heights = [heightOf(title[language], { size: 4.6, width, leading: 1.04 }), ...texts]
    if (small !== '') heights.push(heightOf(small, { size: 1.4, width, leading: 1.35 }) + 1.2)
    return heights.reduce((sum, one) => sum + one, 0)
  }
  const tooLong = LANGUAGES.flatMap((language) => {
    const share = Math.ceil((100 * needed(language)) / height)
    if (share <= 100) return []
    return [`the words (${language}) need ${share} % of their room with the picture; shorten them.`]
  })
  const cropped = 'whole shows a picture beside the words; take the field away, or another place.'
  return [...(whole && place === 'filling' ? [cropped] : []), ...tooLong]
}

function renderBeside(slide: PictureSlide, context: SlideContext): Html {
  return html`<div class="words" data-place="${slide.place}">${renderWords(slide, context)}</div>
    ${renderFigure(slide, context)}`
}

function renderFigure(slide: PictureSlide, context: SlideContext): Html {
  const [image, caption] = [renderImage(slide, context), renderCaption(slide, 'figcaption', context)]
  return caption === undefined ? image : html`<figure data-place="${slide.place}">${image}${caption}</figure>`
}

function renderFilling(slide: PictureSlide, context: SlideContext): Html {
  return html`${renderImage(slide, context)}
    <div class="words" data-place="filling"><div class="scrim" data-behind></div>
    ${renderWords(slide, context)}${renderCaption(slide, 'p', context)}</div>`
}

function renderWords({ title, text = [] }: PictureSlide, context: SlideContext): Html {
  return html`${renderTitle(context, title)}
    ${text.map((paragraph) => html`<p class="text">${write(context, paragraph)}</p>`)}`
}

function renderImage(slide: PictureSlide, context: SlideContext): Html {
  const { place, whole, picture } = slide
  return renderPicture(
    {
      picture,
      place: placeOf(slide),
      alternative: say(context, picture.alternative),
      classes: `photo ${place}${whole ? ' whole' : ''}`,
      behind: place === 'filling',
    },
    context,
  )
}

function renderCaption({ picture }: PictureSlide, tag: 'figcaption' | 'p', context: SlideContext) {
  const { caption, credit } = picture
  if (caption === undefined && credit === undefined) return undefined
  const element = tag === 'p' ? html`p` : html`figcaption`
  const text = caption && say(context, caption)
  return html`<${element} class="caption small-print">${text}${text && credit && endSentence(text)}${credit && html`<span class="credit">${say(context, credit)}</span>`}</${element}>`
}

/** What parts a text from the next sentence: a space, after a full stop where the text has no end of its own. */
function endSentence(text: string): string {
  return /[.!?…:;][”“"»)]*$/u.test(text) ? ' ' : '. '
}
