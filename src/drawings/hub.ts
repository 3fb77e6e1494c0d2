import { type Html, html } from '../markup/html.ts'
import { dots } from './dots.ts'
import { arrangeCompanies } from './network.ts'

/** Half the width of the view, which holds the companies around a lit hub. */
const REACH = 12.5
/** Schematic, as in the network; the innermost two would touch the hub. */
const COMPANIES = dots(arrangeCompanies(15, 0).slice(2))

export type HubState = 'passed' | 'lit' | 'open'

/**
 * A stop on a line: a hub of the network, and around a lit one its companies. It is decoration, so words
 * beside it must say the same. The hub is in the middle of a square view, and takes 0.296 of its width.
 */
export function renderHub(state: HubState): Html {
  return html`<svg class="hub" data-state="${state}" viewBox="${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}" aria-hidden="true">
      ${state === 'lit' && html`<circle class="hub-halo" r="${REACH}"/><path class="companies" d="${COMPANIES}"/>`}<circle class="hub-dot" r="3.2"/></svg>`
}

/** The state of a line's `index`-th stop, where the `lit`-th is lit; none is lit where that is -1. */
export function stateOf(index: number, lit: number): HubState {
  if (index === lit) return 'lit'
  return index < lit ? 'passed' : 'open'
}
