import type { Browser } from 'puppeteer-core'
import { html } from '../markup/html.ts'
import type { Picture } from './take-picture.ts'

/** Wider pictures are scaled down to this width, in pixels; a phone's keep their size. */
const WIDEST = 640
const COLUMNS = { wide: 3, narrow: 5 }
const GAP = 24

/** All pictures in a grid on one sheet, each under its slide's id. Returns a PNG file's bytes. */
export async function renderContactSheet(
  browser: Browser,
  pictures: readonly Picture[],
): Promise<Uint8Array> {
  const full = Math.max(...pictures.flatMap(({ pieces }) => pieces.map(({ width }) => width)))
  const width = Math.min(full, WIDEST)
  const columns = Math.min(pictures.length, full > WIDEST ? COLUMNS.wide : COLUMNS.narrow)
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

function renderSheet(
  pictures: readonly Picture[],
  { width, columns }: { width: number; columns: number },
): string {
  const page = html`<!doctype html><meta charset="utf-8"><style>
body{display:grid;grid-template-columns:repeat(${columns},${width}px);gap:${GAP}px;margin:${GAP}px;align-items:start;background:#808080;font:16px/1.5 sans-serif;color:#fff}
figure{margin:0}
img{display:block;width:100%}
</style>
${pictures.map(
  ({ slide, pieces }) => html`<figure><figcaption>${slide}</figcaption>
${pieces.map(({ data }) => html`<img src="data:image/jpeg;base64,${data}" alt="">`)}</figure>`,
)}`
  return page.markup
}
