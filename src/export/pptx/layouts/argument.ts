import { readableAddress, type SlideContext, say } from '../../../render/context.ts'
import { STRINGS } from '../../../render/strings.ts'
import type { ArgumentSlide, Localized, Markdown, Source } from '../../../slide.ts'
import { rectangle } from '../drawings.ts'
import type { Item, Paragraph } from '../model.ts'
import { paragraphOf, plain, toRuns } from '../text.ts'

const LEADING = 1.4

/** Running text and the sentence to remember, side by side in reading order; sources at the foot. */
export function drawArgument(slide: ArgumentSlide, context: SlideContext): Item[] {
  const { pull, conclusion } = slide
  const paragraphs = slide.text[context.language].map((text) => ({ runs: toRuns(text), after: 1.6 }))
  const sources = slide.sources.length === 0 ? [] : [drawSources(slide.sources, context)]
  const text = { kind: 'text', name: 'Text', color: 'ink', leading: LEADING, paragraphs } as const
  if (pull.place === 'after') {
    return [
      { ...text, x: 7, y: 13, w: 47.5, h: 30.4, size: 1.85 },
      ...drawQuotation(pull, context),
      ...sources,
    ]
  }
  const side = { x: 53.6, y: 6.6, w: 39.4, size: 1.95 }
  const height = estimateHeight(paragraphs, side)
  return [
    {
      kind: 'text',
      name: 'Recognition',
      ...{ x: 7, y: 13, w: 40.5, h: 30, size: 3.2, color: 'blue', font: 'display', bold: true },
      ...{ leading: 1.14, tracking: -0.022 },
      paragraphs: [paragraphOf(context, pull.sentence)],
    },
    { ...text, ...side, h: height },
    ...(conclusion === undefined ? [] : drawConclusion(conclusion, context, side.y + height + 1.9)),
    ...sources,
  ]
}

/** How high text will be: only PowerPoint knows, but a letter is about half as wide as high. */
function estimateHeight(paragraphs: readonly Paragraph[], { w, size }: { w: number; size: number }): number {
  const lines = paragraphs.map(({ runs }) => {
    const letters = runs.reduce((sum, { text }) => sum + text.length, 0)
    return Math.ceil(letters / (w / (size / 2)))
  })
  return lines.reduce((sum, count) => sum + count * size * LEADING, 0)
}

function drawConclusion(conclusion: Localized<Markdown>, context: SlideContext, y: number): Item[] {
  return [
    {
      kind: 'drawing',
      name: 'Rule',
      shape: { path: rectangle({ x: 53.6, y, w: 39.4, h: 0.3 }) },
      fill: 'green',
    },
    {
      kind: 'text',
      name: 'Conclusion',
      ...{ x: 53.6, y: y + 1.7, w: 39.4, h: 10, size: 2.2, color: 'ink', bold: true, leading: 1.3 },
      paragraphs: [paragraphOf(context, conclusion)],
    },
  ]
}

function drawQuotation(
  { lead, quotation }: Extract<ArgumentSlide['pull'], { place: 'after' }>,
  context: SlideContext,
): Item[] {
  return [
    {
      kind: 'drawing',
      name: 'Rule',
      shape: { path: rectangle({ x: 59, y: 8, w: 0.35, h: 34 }) },
      fill: 'blue',
    },
    {
      kind: 'text',
      name: 'Quotation',
      ...{ x: 62.3, y: 8, w: 32, h: 34, size: 4.7, color: 'blue', font: 'display', bold: true },
      ...{ leading: 1.06, tracking: -0.035, anchor: 'middle' },
      paragraphs: [
        {
          ...paragraphOf(context, lead),
          after: 1.8,
          style: { size: 1.9, color: 'slate', font: 'text', bold: false, tracking: 0, leading: 1.35 },
        },
        plain(say(context, quotation)),
      ],
    },
  ]
}

function drawSources(sources: readonly Source[], context: SlideContext): Item {
  const [one, many] = STRINGS.sources[context.language]
  const links = sources.map(({ url }) => ({ text: readableAddress(url), href: url }))
  return {
    kind: 'text',
    name: 'Sources',
    ...{ x: 7, y: 43.4, w: 86, h: 6.2, size: 1.25, color: 'slate', leading: 1.4, anchor: 'bottom' },
    paragraphs:
      links.length > 1
        ? [plain(`${many}:`), ...links.map((link) => ({ runs: [link], bullet: true }))]
        : [{ runs: [{ text: `${one}: ` }, ...links] }],
  }
}
