import { setImmediate } from 'node:timers/promises'
import PptxGenJS from 'pptxgenjs'
import { finishPptx } from './finish-pptx.ts'
import { outlineShape, UNIT } from './geometry.ts'
import type { Box, DrawingItem, Master, Presentation, TextItem, TextStyle } from './model.ts'
import { COLORS, FONT } from './theme.ts'

/** A size of type in hundredths of the slide's width, in points: a slide is 960 points wide. */
const POINTS = 9.6
/** What a line of PowerPoint's 100 % is in sizes of type; CSS measures lines in these. */
const NATURAL_LINE = 1.2

/** A shape with an outline of its own; the library's types do not list what its documentation does. */
const CUSTOM = String('custGeom') as PptxGenJS.SHAPE_NAME

/** Text that another font, or an editor, makes too long becomes smaller instead of leaving its box. */
const FIT = 'shrink'

/** Fonts of the theme, by its own names for them. */
const FONTS = { display: '+mj-lt', text: '+mn-lt' } as const

/**
 * A presentation as a PowerPoint file: 16:9, 13⅓ × 7½ inches. `date` is what the file says of its making; the same
 * presentation gives the same bytes.
 */
export async function writePptx(presentation: Presentation, date: Date | undefined): Promise<Uint8Array> {
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  pptx.title = presentation.title
  pptx.author = presentation.author
  pptx.company = presentation.company
  pptx.subject = presentation.subject
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT }
  const masters = new Set(presentation.slides.map(({ master }) => master))
  for (const master of masters) defineMaster(pptx, master, presentation)
  for (const { master, title, items, notes } of presentation.slides) {
    const slide = pptx.addSlide({ masterName: master.name })
    // No run options: the title has those of its layout, so that a new slide's title has them too.
    slide.addText(title, { placeholder: 'title', objectName: 'Title', lang: presentation.lang, fit: FIT })
    for (const item of items) {
      if (item.kind === 'drawing') addDrawing(slide, item)
      else addText(slide, item, presentation.lang)
    }
    if (notes.length > 0) slide.addNotes(notes.join('\n'))
    await setImmediate() // whoever drives the browser has a turn between two slides
  }
  const written = await pptx.write({ outputType: 'uint8array', compression: false })
  if (!(written instanceof Uint8Array)) throw new Error('PptxGenJS did not write bytes')
  return finishPptx(written, presentation, date)
}

function defineMaster(pptx: PptxGenJS, master: Master, { foot, lang }: Presentation): void {
  const { name, ground, title } = master
  const quiet = ground === 'ink' ? COLORS.mist : COLORS.slate
  const strong = ground === 'ink' ? COLORS.white : COLORS.ink
  const small = { fontSize: 1.4 * POINTS, margin: 0, lang, valign: 'middle' } as const
  const line = { y: 51.2 * UNIT, h: 2.2 * UNIT }
  pptx.defineSlideMaster({
    title: name,
    background: { color: ground === 'ink' ? COLORS.ink : COLORS.paper },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...inInches(title),
            ...typeOptions(title),
            margin: 0,
          },
          text: '',
        },
      },
      ...(master.foot
        ? [
            {
              text: {
                text: foot.brand,
                options: { x: 7 * UNIT, w: 8 * UNIT, ...line, ...small, color: strong, bold: true },
              },
            },
            {
              text: {
                text: foot.title,
                options: { x: 15.2 * UNIT, w: 40 * UNIT, ...line, ...small, color: quiet },
              },
            },
          ]
        : []),
    ],
    ...(master.foot && {
      slideNumber: { x: 83 * UNIT, w: 10 * UNIT, ...line, ...small, color: quiet, align: 'right' },
    }),
  })
}

function addText(slide: PptxGenJS.Slide, item: TextItem, lang: string): void {
  const { card, paragraphs } = item
  const runs = paragraphs.flatMap(({ runs, bullet, after, style }, index) =>
    runs.map((run, nth): PptxGenJS.TextProps => {
      const isLast = nth === runs.length - 1
      return {
        text: run.text,
        options: {
          // On each run, not on the box: the library would add the box's marks to runs that have none.
          ...typeOptions({ ...item, ...style }),
          ...(run.bold !== undefined && { bold: run.bold }),
          ...(run.italic && { italic: true }),
          ...(run.color !== undefined && { color: COLORS[run.color] }),
          ...(run.href !== undefined && {
            hyperlink: { url: run.href, tooltip: run.href.replace(/^mailto:/, '') },
            color: COLORS[style?.color ?? item.color],
          }),
          ...(bullet && nth === 0 && { bullet: { characterCode: '2013', indent: item.size * POINTS } }),
          ...(after !== undefined && { paraSpaceAfter: after * POINTS }),
          lang: run.lang ?? lang,
          breakLine: isLast && index < paragraphs.length - 1,
        },
      }
    }),
  )
  slide.addText(runs, {
    objectName: item.name,
    ...inInches(item),
    isTextBox: card === undefined,
    valign: item.anchor ?? 'top',
    lang,
    margin: (card?.inset ?? 0) * POINTS,
    fit: FIT,
    ...(card !== undefined && {
      shape: 'rect',
      fill: { color: COLORS[card.fill] },
      line: { color: COLORS[card.frame], width: 0.75 },
    }),
  })
}

function addDrawing(slide: PptxGenJS.Slide, { name, shape, fill, stroke }: DrawingItem): void {
  slide.addShape(CUSTOM, {
    objectName: name,
    ...outlineShape(shape),
    ...(fill !== undefined && { fill: { color: COLORS[fill] } }),
    ...(stroke !== undefined && {
      line: {
        color: COLORS[stroke.color],
        width: stroke.width * POINTS,
      },
    }),
  })
}

function inInches({ x, y, w, h }: Box): Box {
  return { x: x * UNIT, y: y * UNIT, w: w * UNIT, h: h * UNIT }
}

function typeOptions(style: TextStyle): PptxGenJS.TextPropsOptions {
  const { size, color, font = 'text', bold = false, leading, tracking, align, anchor = 'top' } = style
  return {
    fontSize: Math.round(size * POINTS * 10) / 10,
    color: COLORS[color],
    fontFace: FONTS[font],
    bold,
    valign: anchor,
    ...(align !== undefined && { align }),
    ...(leading !== undefined && { lineSpacingMultiple: Math.round((leading / NATURAL_LINE) * 100) / 100 }),
    ...(tracking && { charSpacing: Math.round(tracking * size * POINTS * 100) / 100 }),
  }
}
