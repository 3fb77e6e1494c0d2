import type { MeasuredImage, Rectangle } from '../measured/measured-slide.ts'
import { intersect } from '../measured/rectangle.ts'
import { refuse } from './refuse.ts'

/** Pixels that a rasterised picture (from an SVG) gets for each pixel of the slide. */
const SHARPNESS = 3

/** A picture's data, the area that is visible, and the area that the whole picture would cover. */
export function measureImage(
  image: HTMLImageElement,
  area: Rectangle,
): Pick<MeasuredImage, 'data' | 'drawn' | 'area' | 'round' | 'alternative' | 'lang'> {
  const style = getComputedStyle(image)
  const round = style.borderTopLeftRadius === '50%'
  if (!round && style.borderTopLeftRadius !== '0px')
    refuse(image, 'round corners', 'make it a circle, or round them in the picture itself')
  const drawn = placeAll(image, area, style)
  const isBitmap = /^data:image\/(png|jpeg)[;,]/.test(image.src)
  return {
    data: isBitmap ? image.src : draw(image, drawn),
    drawn,
    area: intersect(area, drawn),
    round,
    alternative: image.alt,
    lang: image.closest('[lang]')?.getAttribute('lang') ?? '',
  }
}

function placeAll(image: HTMLImageElement, area: Rectangle, style: CSSStyleDeclaration): Rectangle {
  const [width, height] = [area.right - area.left, area.bottom - area.top]
  const [across, down] = [width / image.naturalWidth, height / image.naturalHeight]
  const scale = { contain: Math.min(across, down), cover: Math.max(across, down) }[style.objectFit]
  if (style.objectFit === 'fill') return area
  if (scale === undefined) refuse(image, `object-fit: ${style.objectFit}`, 'take contain, cover or fill')
  const [x = '50%', y = x] = style.objectPosition.split(' ')
  const place = (position: string, free: number) =>
    Number.parseFloat(position) * (position.endsWith('%') ? free / 100 : 1)
  const [shownWidth, shownHeight] = [image.naturalWidth * scale, image.naturalHeight * scale]
  const left = area.left + place(x, width - shownWidth)
  const top = area.top + place(y, height - shownHeight)
  return { left, top, right: left + shownWidth, bottom: top + shownHeight }
}

function draw(image: HTMLImageElement, drawn: Rectangle): string {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((drawn.right - drawn.left) * SHARPNESS)
  canvas.height = Math.ceil((drawn.bottom - drawn.top) * SHARPNESS)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('the browser has no canvas to draw a picture on')
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}
