import { type Run, splitRuns } from '../../render/markdown.ts'
import { STRINGS } from '../../render/strings.ts'
import type { Deck, Language, Localized, Markdown, Slide } from '../../slide.ts'

export interface TextOptions {
  readonly deck: Deck
  readonly language: Language
  /** Ids of the slides that are wanted. */
  readonly slides: readonly string[]
  /** The speaker's notes, after each slide. */
  readonly notes: boolean
}

const NOTES: Localized = { lt: 'Pastabos', en: 'Notes' }

/** The talk as plain text, a slide after the other; pictures are told in brackets. */
export function writeText({ deck, language, slides, notes }: TextOptions): string {
  const head = [`${deck.brand} – ${deck.title[language]}`, deck.association[language], deck.author]
  const texts = Object.entries(deck.slides).flatMap(([id, slide], index) => {
    if (!slides.includes(id)) return []
    const heading = `${index + 1}. ${slide.title[language]}`
    const blocks = [`${heading}\n${'-'.repeat(heading.length)}`, ...writeSlide(slide, language)]
    if (notes) blocks.push(`${NOTES[language]}:\n${writePlain(slide.notes[language], '\n')}`)
    return [blocks.join('\n\n')]
  })
  return `${[head.join('\n'), ...texts].join('\n\n\n')}\n`
}

/** A slide's blocks below its title. A layout left out does not compile. */
function writeSlide(slide: Slide, language: Language): string[] {
  const say = (text: Localized<Markdown>) => writePlain(text[language])
  switch (slide.layout) {
    case 'cover':
      return writeCover(slide, language)
    case 'statement':
      return [
        ...(slide.subtitle === undefined ? [] : [slide.subtitle[language]]),
        ...(slide.figures ?? []).map(({ value, label }) => `${value} ${label[language]}`),
        say(slide.statement),
        ...(slide.wordmark === undefined ? [] : [writePlain(slide.wordmark.text)]),
        `[${slide.picture.alternative[language]}]`,
      ]
    case 'plates':
      return [slide.members.map((member) => `- ${writeMember(member, language)}`).join('\n')]
    case 'argument': {
      const text = slide.text[language].map((paragraph) => writePlain(paragraph))
      if (slide.conclusion !== undefined) text.push(say(slide.conclusion))
      const { pull } = slide
      const [one, many] = STRINGS.sources[language]
      const sources = slide.sources.map(({ url }) => url)
      return [
        ...(pull.place === 'before' ? [say(pull.sentence), ...text] : text),
        ...(pull.place === 'after' ? [`${say(pull.lead)} ${pull.quotation[language]}`] : []),
        ...(sources.length === 0 ? [] : [[`${sources.length > 1 ? many : one}:`, ...sources].join('\n')]),
      ]
    }
    case 'loop':
      return [
        slide.halves.map(({ label }) => `- ${label[language]}`).join('\n'),
        say(slide.whole),
        `[${slide.alternative[language]}]`,
      ]
    case 'acts':
      return slide.acts.map(({ text }) => say(text))
  }
}

function writeCover({ eyebrow, person }: Extract<Slide, { layout: 'cover' }>, language: Language): string[] {
  const name = `${person.givenName} ${person.familyName}`
  if (person.contact === undefined) return [...(eyebrow === undefined ? [] : [eyebrow[language]]), name]
  const { role, email, linkedin } = person.contact
  return [
    `${role[language]}\n${name}`,
    `${STRINGS.email[language]}: ${email}\n${STRINGS.linkedin[language]}: ${linkedin}`,
  ]
}

function writeMember(
  member: Extract<Slide, { layout: 'plates' }>['members'][number],
  language: Language,
): string {
  const name = writePlain(member.name)
  return member.lang === 'lt' && language !== 'lt' ? `${name} (${member.translation})` : name
}

/** Without marks, and with plain spaces, so that a search finds the words; a link keeps its address. */
function writePlain(text: Markdown, between = ' '): string {
  return text.markdown
    .split('\n')
    .map((markdown) => splitRuns({ markdown }).map(writeRun).join(''))
    .join(between)
    .replaceAll('\u00a0', ' ')
}

function writeRun({ text, href }: Run): string {
  return href === undefined || href.startsWith('#') ? text : `${text} (${href})`
}
