import type { Page } from 'puppeteer-core'

/**
 * Runs in the page: loads every font that its text uses, decodes every image, and lists what failed. It is a
 * string because the compiler would check a function against the names of Node. The browser silently replaces
 * a weight without a declared face by a neighbouring one, so the declared weight must match.
 */
const SETTLE = `(async () => {
  const faults = new Set()
  const texts = new Map()
  const walker = document.createTreeWalker(document.querySelector('.slides'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim()
    if (text === '' || walker.currentNode.parentElement.closest('title, desc')) continue
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(walker.currentNode.parentElement)
    const font = [fontStyle, fontWeight, '16px', fontFamily.split(',')[0]].join(' ')
    texts.set(font, (texts.get(font) ?? '') + text)
  }
  await Promise.all([...texts].map(async ([font, text]) => {
    const faces = await document.fonts.load(font, text).catch(() => [])
    const [style, weight] = font.split(' ')
    const fit = faces.filter((face) => face.status === 'loaded' && face.style === style && face.weight === weight)
    if (fit.length === 0 || fit.length < faces.length) {
      faults.add('no font was loaded for "' + text.slice(0, 30) + '" (' + font.replace(' 16px', '') + '); see src/site/fonts.ts')
    }
  }))
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {
    faults.add('the picture "' + image.alt + '" cannot be shown; see the folder logos/ of the talk')
  })))
  await document.fonts.ready
  return [...faults]
})()`

/** Shows a self-contained document, ready to print. Throws when a font or an image of it is missing. */
export async function showPage(page: Page, html: string): Promise<void> {
  await page.setContent(html)
  const faults = await page.evaluate<[], () => string[]>(SETTLE)
  if (faults.length > 0) throw new Error(faults.join('\n'))
}
