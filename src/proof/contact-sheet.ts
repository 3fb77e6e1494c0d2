import type { Browser } from 'puppeteer-core'
import { html } from '../markup/html.ts'
import type { ViewResult } from './proof-screen.ts'
import type { Picture, Piece } from './take-picture.ts'

/** Wider pictures are scaled down to this width, in pixels; a phone's keep their size. */
const WIDEST = 640
const COLUMNS = { wide: 3, narrow: 5 }
const GAP = 24

/**
 * The pictures of a view in a grid on one sheet, each under its slide's id. Several engines' stand side by
 * side, a row a slide. Returns a PNG file's bytes.
 */
export async function renderContactSheet(
  browser: Browser,
  results: readonly ViewResult[],
): Promise<Uint8Array> {
  const pictures = interleave(results.map(listPictures))
  const full = Math.max(...pictures.flatMap(({ pieces }) => pieces.map((piece) => piece.width)))
  const width = Math.min(full, WIDEST)
  const fitting = full > WIDEST ? COLUMNS.wide : COLUMNS.narrow
  const columns = results.length === 1 ? Math.min(pictures.length, fitting) : results.length
  const page = await browser.newPage()
  try {
    await page.setViewport({ width: columns * (width + GAP) + GAP, height: 100 })
    await page.setContent(renderSheet(pictures, { width, columns }))
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))')
    return await page.screenshot({ type: 'png', fullPage: true, optimizeForSpeed: true })
  } finally {
    await page.close()
  }
}

interface Captioned extends Picture {
  readonly caption: string
}

function listPictures({ engine, pictures }: ViewResult): Captioned[] {
  return pictures.map((picture) => ({
    ...picture,
    caption: engine === 'chromium' ? picture.slide : `${picture.slide}, ${engine}`,
  }))
}

/** The first of each list, then the second of each, and so on. */
function interleave<Item>([first = [], ...others]: readonly (readonly Item[])[]): Item[] {
  return first.flatMap((item, index) => [item, ...others.flatMap((other) => other.slice(index, index + 1))])
}

function renderSheet(
  pictures: readonly Captioned[],
  { width, columns }: { width: number; columns: number },
): string {
  const page = html`<!doctype html><meta charset="utf-8"><style>
body{display:grid;grid-template-columns:repeat(${columns},${width}px);gap:${GAP}px;margin:${GAP}px;align-items:start;background:#808080;font:16px/1.5 sans-serif;color:#fff}
figure{margin:0}
div{overflow:hidden}
img{display:block;width:100%}
</style>
${pictures.map(
  ({ caption, pieces }) => html`<figure><figcaption>${caption}</figcaption>
${pieces.map((piece) => renderPiece(piece, width / piece.width))}</figure>`,
)}`
  return page.markup
}

/** The window's picture behind a hole that is as large as the piece. */
function renderPiece({ data, top, height, windowHeight }: Piece, scale: number) {
  const hole = `height:${height * scale}px`
  const place = `height:${windowHeight * scale}px;margin-top:${-top * scale}px`
  return html`<div style="${hole}"><img src="data:image/jpeg;base64,${data}" alt="" style="${place}"></div>`
}
