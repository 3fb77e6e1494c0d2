import { type Deck, LANGUAGES, type Language, type Slide } from '../slide.ts'
import { checkLinks } from './check-links.ts'
import { findLinks, isMarkdown } from './markdown.ts'

/** What the checks need to know of the files around the slides. */
export interface DeckFiles {
  /** Names of the modules in `slides/`, without `.ts`, `deck` left out. */
  readonly slideFiles: readonly string[]
  /** Names of the files in `assets/logos/`, without `.svg`. */
  readonly logos: readonly string[]
}

/** Finds what types can't say. Each fault names its file, what is wrong and how to mend it; none is an empty list. */
export function checkDeck(deck: Deck, files: DeckFiles): string[] {
  const faults: string[] = []
  const ids = Object.keys(deck.slides)
  const minutes = Object.values(deck.slides).reduce((sum, slide) => sum + slide.minutes, 0)
  if (ids.length === 0) faults.push('slides/deck.ts: the talk has no slide; add one to `slides`.')
  if (minutes !== deck.minutes) {
    faults.push(
      `slides/deck.ts: the slides' minutes add up to ${minutes}, the talk's are ${deck.minutes}; change one of them.`,
    )
  }
  for (const file of files.slideFiles.filter((file) => !ids.includes(file))) {
    faults.push(
      `slides/${file}.ts: is in no running order; add it to \`slides\` in slides/deck.ts or delete it.`,
    )
  }
  for (const [id, slide] of Object.entries(deck.slides)) {
    const place = `slides/${id}.ts`
    if (!files.slideFiles.includes(id)) {
      faults.push(`slides/deck.ts: slide "${id}" has no file; name its module ${place}.`)
    }
    if (!/^[a-z][a-z0-9-]*$/.test(id)) {
      faults.push(`${place}: the id "${id}" stands in addresses; use small letters a–z, digits and hyphens.`)
    }
    faults.push(...checkSlide(slide, ids).map((fault) => `${place}: ${fault}`))
  }
  const members = Object.values(deck.slides).flatMap((slide) =>
    slide.layout === 'plates' ? slide.members : [],
  )
  for (const logo of files.logos.filter((logo) => !members.some(({ id }) => id === logo))) {
    faults.push(
      `assets/logos/${logo}.svg: belongs to no member; the members are ${members.map(({ id }) => id).join(', ')}.`,
    )
  }
  return faults
}

function checkSlide(slide: Slide, ids: readonly string[]): string[] {
  const faults: string[] = []
  if (!(slide.minutes > 0)) faults.push(`minutes is ${slide.minutes}; plan more than 0.`)
  for (const language of LANGUAGES) {
    const cues = slide.notes[language].markdown.split('\n').length
    if (cues > 3) faults.push(`the notes (${language}) have ${cues} lines; keep them to 3.`)
    for (const { path, text } of collectTexts(slide, language)) {
      if (text.trim() === '') faults.push(`${path} (${language}) is empty; write it or leave the field out.`)
    }
  }
  if (slide.layout === 'plates') {
    const seen = new Set<string>()
    for (const { id } of slide.members) {
      if (seen.has(id)) faults.push(`two members have the id "${id}"; give each its own.`)
      seen.add(id)
    }
  }
  if (slide.layout === 'argument' && slide.text.lt.length !== slide.text.en.length) {
    faults.push(
      `text has ${slide.text.lt.length} paragraphs in lt and ${slide.text.en.length} in en; both need the same.`,
    )
  }
  const links = checkLinks(slide, ids)
  // Only what can be read can be compared.
  return [...faults, ...links, ...(links.length === 0 ? checkAlike(slide) : [])]
}

/** Figures and links are the same in every language. */
function checkAlike(slide: Slide): string[] {
  const gather = (language: Language) => {
    const texts = collectTexts(slide, language)
    return {
      figures: texts
        .flatMap(({ text }) => text.match(/\d+/g) ?? [])
        .sort()
        .join(', '),
      links: texts
        .flatMap(({ text, markdown }) => (markdown ? findLinks({ markdown: text }) : []))
        .join(', '),
    }
  }
  const [lt, en] = [gather('lt'), gather('en')]
  const faults: string[] = []
  for (const kind of ['figures', 'links'] as const) {
    if (lt[kind] !== en[kind]) {
      faults.push(
        `${kind} differ: lt has ${lt[kind] || 'none'}, en has ${en[kind] || 'none'}; make them alike.`,
      )
    }
  }
  return faults
}

interface Text {
  /** Where in the slide, for messages: `acts.0.text`. */
  readonly path: string
  readonly text: string
  /** Whether it is Markdown, and may hold links. */
  readonly markdown: boolean
}

/** Every text the audience sees in one language, found by its shape: a `Localized` string, Markdown or list of it. */
function collectTexts(slide: Slide, language: Language): Text[] {
  const found: Text[] = []
  const visit = (value: unknown, path: string): void => {
    if (isMarkdown(value)) found.push({ path, text: value.markdown, markdown: true })
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, join(path, index))
    else if (typeof value === 'object' && value !== null) {
      if ('lt' in value && 'en' in value) {
        const text = value[language]
        if (typeof text === 'string') found.push({ path, text, markdown: false })
        else visit(text, path)
      } else {
        for (const [key, item] of Object.entries(value)) if (key !== 'notes') visit(item, join(path, key))
      }
    }
  }
  visit(slide, '')
  return found
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`
}
