import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { listRunning, numberOf } from '../deck/running-order.ts'
import { type Html, html } from '../markup/html.ts'
import { typeset } from '../markup/typeset.ts'
import { STRINGS } from '../strings/strings.ts'

export interface DialogOptions {
  readonly id: string
  readonly language: Language
  readonly title: string
  readonly content: Html
}

/** A sheet over the page, with its title and a button that closes it. */
export function renderDialog({ id, language, title, content }: DialogOptions): Html {
  return html`<dialog id="${id}" class="sheet" aria-labelledby="${id}-title" tabindex="-1"><h2 id="${id}-title">${title}</h2>
${content}
<form method="dialog"><button class="control">${STRINGS[language].close}</button></form></dialog>`
}

/** Keys by `KeyboardEvent.key`, letters in lower case, and what they do. */
export type KeyList = readonly {
  readonly keys: readonly string[]
  readonly does: keyof (typeof STRINGS)[Language]['does']
}[]

/** What is printed on a key, where it is not its name in capitals. */
const LABELS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Home: 'Home',
  End: 'End',
  Escape: 'Esc',
  ' ': '␣',
  '-': '−',
}

/** What is printed on a key. */
export function labelKey(key: string): string {
  return LABELS[key] ?? key.toUpperCase()
}

/** The dialog that lists the keys; `more` follows the list. */
export function renderHelp(keys: KeyList, language: Language, more?: Html): Html {
  const { help, does } = STRINGS[language]
  // When the visitor switches single-character keys off, the styles strike these keys through.
  const renderKey = (key: string) =>
    html`<kbd${/^[!-~]$/.test(key) && html` class="character"`}>${labelKey(key)}</kbd> `
  const list = keys.map(
    (line) => html`<div><dt>${line.keys.map(renderKey)}</dt><dd>${does[line.does]}</dd></div>`,
  )
  return renderDialog({ id: 'help', language, title: help, content: html`<dl>${list}</dl>${more}` })
}

/** The titles that a screen reader may be made to say at once. */
const FEW = 20

/** The dialog that asks for a slide. When none matches, it lists them; of a long talk only their numbers. */
export function renderJump(deck: Deck, language: Language): Html {
  const { jump, jumpHint, go, noMatch } = STRINGS[language]
  const titles = Object.entries(deck.slides).map(([id, { title }]) =>
    [numberOf(id, deck), title[language]].join(' ').trim(),
  )
  const list = titles.length > FEW ? `1–${listRunning(deck).length}` : titles.map(typeset).join('; ')
  const content = html`<form method="dialog"><label for="jump-to">${jumpHint}</label>
<input id="jump-to" name="slide" autocomplete="off" enterkeyhint="go"><button class="control" type="submit">${go}</button>
<p id="jump-error" role="alert" hidden>${noMatch} ${list}</p></form>`
  return renderDialog({ id: 'jump', language, title: jump, content })
}
