import type { ChartPaint, MeasuredColor } from '../../measured/measured-slide.ts'
import { points } from './pptxgenjs-options.ts'
import { nameColor } from './theme.ts'

/** English Metric Units in a pixel. */
export const EMU = 9525

export function writeLook(paint: ChartPaint): string {
  return `<c:spPr>${writeFill(paint.fill)}${writeLine(paint)}</c:spPr>`
}

const DASHES: Readonly<Record<string, string>> = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' }

export function writeLine({ line }: ChartPaint): string {
  if (line === null) return '<a:ln><a:noFill/></a:ln>'
  return `<a:ln w="${Math.round(line.width * EMU)}" cap="flat">${writeFill(line.color)}<a:prstDash val="${DASHES[line.dash] ?? 'solid'}"/><a:round/></a:ln>`
}

/** Each line has its points marked, so that one without neighbours is seen. */
export function writeMarker({ line }: ChartPaint): string {
  const look = `<c:spPr>${writeFill(line?.color ?? null)}<a:ln><a:noFill/></a:ln></c:spPr>`
  return `<c:marker><c:symbol val="circle"/><c:size val="7"/>${look}</c:marker>`
}

export function writeFill(color: MeasuredColor | null): string {
  if (color === null) return '<a:noFill/>'
  const name = nameColor(color)
  const element = name === color.hex ? 'srgbClr' : 'schemeClr'
  const alpha = color.alpha < 1 ? `<a:alpha val="${Math.round(color.alpha * 100_000)}"/>` : ''
  return `<a:solidFill><a:${element} val="${name}">${alpha}</a:${element}></a:solidFill>`
}

/** The font of a chart's text; `size` in the page's pixels. With a `rotation` no program turns the text. */
export function writeFont(size: number, color: MeasuredColor | null, rotation?: 0): string {
  return `<c:txPr><a:bodyPr${rotation === undefined ? '' : ` rot="${rotation}" vert="horz"`}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(points(size) * 10) * 10}" b="0">${writeFill(color)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`
}
