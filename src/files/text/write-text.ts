import { splitRuns } from '../../markup/markdown.ts'
import { STRINGS } from '../../strings/strings.ts'
import type { Content } from '../formats/measured-format.ts'
import { writeBlocks } from './write-blocks.ts'

/** The talk as plain text, slide after slide, with the alternatives of pictures in brackets. */
export function writeText({ deck, language, slides, notes }: Content): string {
  const head = [`${deck.brand} – ${deck.title[language]}`, deck.association[language], deck.author]
  const ids = Object.keys(deck.slides)
  const texts = slides.map((measured) => {
    const slide = deck.slides[measured.id]
    if (slide === undefined) throw new Error(`the deck has no slide "${measured.id}"`)
    const heading = `${ids.indexOf(measured.id) + 1}. ${slide.title[language]}`
    const isFirst = measured.id === ids[0]
    // The head already has the brand, so the first slide does not repeat it.
    const blocks = writeBlocks(measured).filter((block) => !isFirst || block !== deck.brand)
    if (notes) blocks.push(`${STRINGS[language].notes}:\n${writeNotes(slide.notes[language].markdown)}`)
    return [`${heading}\n${'-'.repeat(heading.length)}`, ...blocks].join('\n\n')
  })
  return `${[head.join('\n'), ...texts].join('\n\n\n')}\n`
}

/**
 * The notes without Markdown's marks and with plain spaces, so that a search finds the words. Links keep
 * their addresses.
 */
function writeNotes(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => splitRuns({ markdown: line }).map(writeLink).join(''))
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

function writeLink({ text, href }: { readonly text: string; readonly href?: string }): string {
  return href === undefined || href.startsWith('#') ? text : `${text} (${href})`
}
