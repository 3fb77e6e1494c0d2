/** The text spacing that a page must bear (https://www.w3.org/TR/WCAG22/#text-spacing). */
const SPACING = `*:not(svg *) {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

let sheet: HTMLStyleElement | undefined

/** Whether the wider spacing is on. Text may then touch a drawing, but none may be lost. */
export function isSpaced(): boolean {
  return sheet !== undefined
}

/** Spaces lines, letters, words and paragraphs as a visitor may, or removes that spacing. */
export function spaceText(wanted: boolean): void {
  sheet?.remove()
  sheet = undefined
  if (!wanted) return
  sheet = document.createElement('style')
  sheet.textContent = SPACING
  document.head.append(sheet)
}
