import type {
  MeasuredImage,
  MeasuredItem,
  MeasuredParagraph,
  MeasuredSlide,
} from '../../measured/measured-slide.ts'

/** Paragraphs of one text with a smaller gap, as a multiple of the font size, are lines of one block. */
const APART = 0.5

/** The content of one line. */
interface Entry {
  readonly text: string
  /** The part of the slide it belongs to. Consecutive entries of one part are lines of one block. */
  readonly part?: string | undefined
  /** The list item that contains it, and the language at its end. */
  readonly item?: number | undefined
  readonly lang?: string | undefined
  readonly first?: MeasuredParagraph
  readonly last?: MeasuredParagraph
}

/** A slide's words below its title, then the alternatives of its pictures in brackets. */
export function writeBlocks({ items, pictures }: MeasuredSlide): string[] {
  const entries: Entry[] = []
  for (const item of items) {
    for (const text of listRows(item)) entries.push({ text, part: item.name })
    if (!isWritten(item)) continue
    const before = entries.at(-1)
    const text = before && continueLine(before, item)
    if (before === undefined || text === undefined) entries.push(toEntry(item, items))
    else {
      const end = item.kind === 'paragraph' ? { last: item } : {}
      entries[entries.length - 1] = { ...before, ...end, text, lang: langOf(item) }
    }
  }
  const blocks: string[] = []
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    if (before !== undefined && isSameBlock(before, entry)) blocks.push(`${blocks.pop()}\n${entry.text}`)
    else blocks.push(entry.text)
  }
  return [...blocks, ...pictures.map((picture) => `[${plain(picture)}]`)]
}

/** The rows of a table or a chart, a tab between two cells. */
function listRows(item: MeasuredItem): string[] {
  if (item.kind === 'chart') return item.rows.map((words) => words.map(plain).join('\t'))
  if (item.kind !== 'table') return []
  return item.rows.map(({ cells }) =>
    cells.map(({ paragraphs }) => paragraphs.map(write).join(' ')).join('\t'),
  )
}

/** Only pictures in lists appear among the words; the others follow below. */
function isWritten(item: MeasuredItem): item is MeasuredParagraph | MeasuredImage {
  if (item.kind === 'image') return item.item !== null && item.alternative !== ''
  return item.kind === 'paragraph' && !item.master && !item.isTitle && item.part !== 'decoration'
}

function toEntry(one: MeasuredParagraph | MeasuredImage, items: readonly MeasuredItem[]): Entry {
  const text = wordsOf(one)
  const ends = { item: one.item?.id, lang: langOf(one) }
  const part = `list ${one.item?.list}`
  if (one.kind === 'image') return { ...ends, text: `- ${text}`, part }
  const entry = { ...ends, first: one, last: one }
  if (isListed(one, items)) {
    // A line that is only an address needs no list mark.
    const isAddress = one.source.every(({ href }) => href !== null)
    const mark = isAddress ? '' : one.marker?.kind === 'number' ? `${one.marker.start}. ` : '- '
    return { ...entry, text: mark + text, part }
  }
  if (one.part === 'label') return { ...entry, text: `- ${text}`, part: one.part }
  return { ...entry, text, part: one.part === 'term' ? one.part : undefined }
}

/**
 * The entry's text with the paragraph or picture that continues its line; undefined where a new line begins.
 */
function continueLine(
  { text, item, lang, last }: Entry,
  next: MeasuredParagraph | MeasuredImage,
): string | undefined {
  const more = wordsOf(next)
  if (item !== undefined && item === next.item?.id) {
    // A text in another language is a translation, so it goes in brackets.
    if (lang !== langOf(next)) return `${text} (${more})`
    // A heading within an item, and the sentence after it.
    return /\p{L}$/u.test(text) && /^\p{Lu}/u.test(more) ? `${text}. ${more}` : `${text} ${more}`
  }
  if (last === undefined || next.kind === 'image') return undefined
  const isValue = last.part === 'term' && next.part === 'value'
  const isQuoted = last.part !== 'quotation' && next.part === 'quotation' && last.cell === next.cell
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
function isListed({ item }: MeasuredParagraph, items: readonly MeasuredItem[]): boolean {
  if (item === null) return false
  const all = items.filter((one) => one.kind === 'paragraph').filter((one) => one.item?.list === item.list)
  return all.some(({ marker }) => marker !== null) || new Set(all.map(({ step }) => step)).size === 1
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
