import maki from '@iconify-json/maki/icons.json' with { type: 'json' }
import type { Act } from '../slide.ts'
import { type Html, html, raw } from './html.ts'

/** Draws an act's scene. Riders are the set's 15 × 15; the two ways are measured in the slide's units. */
export function renderScene(scene: Act['scene']): Html {
  switch (scene) {
    case 'ride':
      return html`<svg class="rider" viewBox="0 0 15 15">${pictogram('horse-riding')}</svg>`
    case 'fence':
      return html`<svg class="fence" viewBox="0 0 16 12"><path d="M1 0v12M8 0v12M15 0v12M0 3h16M0 7.5h16"/></svg>`
    case 'two-ways':
      return html`<svg class="ways" viewBox="0 0 20 10"><path class="down" d="M2.6 6.9C4.3 7 5.6 7.6 6.4 8.8"/><path class="up" d="M0 5.82C5 5.82 5 1.4 10 1.4H200"/></svg><svg class="rider" viewBox="0 0 15 15">${pictogram('racetrack-horse')}</svg>`
  }
}

/** A pictogram of the Maki set (CC0), 15 × 15. */
function pictogram(name: 'horse-riding' | 'racetrack-horse'): Html {
  return raw(maki.icons[name].body)
}
