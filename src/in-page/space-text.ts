/** The least that a page must bear (https://www.w3.org/TR/WCAG22/#text-spacing). */
const SPACING = `*:not(svg *) {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

let sheet: HTMLStyleElement | undefined

/** Whether text is set apart now: then it may come to touch a drawing, but must not be lost. */
export function isSpaced(): boolean {
  return sheet !== undefined
}

/** Sets lines, letters, words and paragraphs apart as a visitor may, or takes that back. */
export function spaceText(wanted: boolean): void {
  sheet?.remove()
  sheet = undefined
  if (!wanted) return
  sheet = document.createElement('style')
  sheet.textContent = SPACING
  document.head.append(sheet)
}
