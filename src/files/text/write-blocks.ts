import type { MeasuredImage, MeasuredParagraph, MeasuredSlide } from '../../measured/measured-slide.ts'

/** Paragraphs of one text with a smaller gap, as a multiple of the font size, are lines of one block. */
const APART = 0.5

/** The content of one line. */
interface Entry {
  readonly text: string
  /** The part of the slide it belongs to. Consecutive entries of one part are lines of one block. */
  readonly part: string | undefined
  /** The list item that contains it, and the language at its end. */
  readonly item: number | undefined
  readonly lang: string | undefined
  readonly first: MeasuredParagraph | undefined
  readonly last: MeasuredParagraph | undefined
}

/** A slide's words below its title, then the alternatives of its pictures in brackets. */
export function writeBlocks({ items, pictures }: MeasuredSlide): string[] {
  const entries: Entry[] = []
  for (const item of items) {
    if (item.kind === 'table')
      entries.push(...item.rows.map((row): Entry => ({ ...NOTHING, text: writeRow(row), part: item.name })))
    if (!isWritten(item)) continue
    const before = entries.at(-1)
    const text = before === undefined ? undefined : continueLine(before, item)
    const last = item.kind === 'paragraph' ? item : before?.last
    if (before !== undefined && text !== undefined)
      entries[entries.length - 1] = { ...before, text, lang: langOf(item), last }
    else entries.push(item.kind === 'image' ? toPicture(item) : toEntry(item, isListed(item, items)))
  }
  const blocks = entries.map((entry, index) => {
    const before = entries[index - 1]
    return `${before === undefined ? '' : isSameBlock(before, entry) ? '\n' : '\n\n'}${entry.text}`
  })
  const words = blocks.join('')
  return [...(words === '' ? [] : words.split('\n\n')), ...pictures.map((picture) => `[${plain(picture)}]`)]
}

const NOTHING = {
  part: undefined,
  item: undefined,
  lang: undefined,
  first: undefined,
  last: undefined,
} as const

/** Only pictures in lists appear among the words; the others follow below. */
function isWritten(item: MeasuredSlide['items'][number]): item is MeasuredParagraph | MeasuredImage {
  if (item.kind === 'image') return item.item !== null && item.alternative !== ''
  return item.kind === 'paragraph' && !item.master && !item.isTitle && item.part !== 'decoration'
}

function toPicture(image: MeasuredImage): Entry {
  const { item } = image
  const part = `list ${item?.list}`
  return { ...NOTHING, text: `- ${wordsOf(image)}`, part, item: item?.id, lang: image.lang }
}

function toEntry(paragraph: MeasuredParagraph, isListed: boolean): Entry {
  const { item, part } = paragraph
  const text = write(paragraph)
  const ends = { first: paragraph, last: paragraph, item: item?.id, lang: langOf(paragraph) }
  if (item !== null && isListed) {
    // A line that is only an address needs no list mark.
    const isAddress = paragraph.source.every(({ href }) => href !== null)
    const mark = isAddress ? '' : paragraph.marker?.kind === 'number' ? `${paragraph.marker.start}. ` : '- '
    return { text: mark + text, part: `list ${item.list}`, ...ends }
  }
  if (part === 'label') return { text: `- ${text}`, part, ...ends }
  return { text, part: part === 'term' ? part : undefined, ...ends }
}

/**
 * The entry's text with the paragraph or picture that continues its line; undefined where a new line begins.
 */
function continueLine(
  { text, item, lang, last }: Entry,
  paragraph: MeasuredParagraph | MeasuredImage,
): string | undefined {
  const more = wordsOf(paragraph)
  if (item !== undefined && item === paragraph.item?.id) {
    // A text in another language is a translation, so it goes in brackets.
    if (lang !== langOf(paragraph)) return `${text} (${more})`
    // A heading within an item, and the sentence after it.
    return /\p{L}$/u.test(text) && /^\p{Lu}/u.test(more) ? `${text}. ${more}` : `${text} ${more}`
  }
  if (last === undefined || paragraph.kind === 'image') return undefined
  const isValue = last.part === 'term' && paragraph.part === 'value'
  const isQuoted = last.part !== 'quotation' && paragraph.part === 'quotation' && last.cell === paragraph.cell
  return isValue || isQuoted ? `${text} ${more}` : undefined
}

function isSameBlock(before: Entry, entry: Entry): boolean {
  if (entry.part !== undefined && entry.part === before.part) return true
  if (before.last === undefined || entry.first === undefined) return false
  const introduces = before.text.endsWith(':') && entry.part?.startsWith('list')
  return introduces || (before.last.cell === entry.first.cell && isNear(before.last, entry.first))
}

function isNear(one: MeasuredParagraph, next: MeasuredParagraph): boolean {
  return next.flow.top - one.flow.bottom < APART * (one.runs[0]?.size ?? 0)
}

/**
 * Whether a list is written as a list. Items without marks that each have their own step are written as
 * separate paragraphs.
 */
function isListed({ item }: MeasuredParagraph, items: MeasuredSlide['items']): boolean {
  if (item === null) return false
  const all = items.filter((one) => one.kind === 'paragraph').filter((one) => one.item?.list === item.list)
  return all.some(({ marker }) => marker !== null) || new Set(all.map(({ step }) => step)).size === 1
}

function writeRow({
  cells,
}: {
  readonly cells: readonly { readonly paragraphs: readonly MeasuredParagraph[] }[]
}): string {
  return cells.map(({ paragraphs }) => paragraphs.map(write).join(' ')).join('\t')
}

/** A paragraph with plain spaces, so that a search finds its words. Links keep their addresses. */
function write({ source }: MeasuredParagraph): string {
  const stretches: { text: string; href: string | null }[] = []
  for (const { text, href } of source) {
    const last = stretches.at(-1)
    if (last?.href === href) last.text += text
    else stretches.push({ text, href })
  }
  return plain(stretches.map(writeStretch).join(''))
}

function writeStretch({ text, href }: { readonly text: string; readonly href: string | null }): string {
  if (href === null || href.startsWith('#')) return text
  return href.includes(text) ? href.replace(/^mailto:/, '') : `${text} (${href})`
}

function wordsOf(item: MeasuredParagraph | MeasuredImage): string {
  return item.kind === 'image' ? plain(item.alternative) : write(item)
}

function langOf(item: MeasuredParagraph | MeasuredImage): string | undefined {
  return item.kind === 'image' ? item.lang : item.runs[0]?.lang
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim()
}
