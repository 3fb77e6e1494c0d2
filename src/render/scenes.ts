import maki from '@iconify-json/maki/icons.json' with { type: 'json' }
import type { Act } from '../slide.ts'
import { type Html, html, raw } from './html.ts'

/** Draws an act's scene above its ground line; 24 units wide, 15 high, the ground at y = 15. */
export function renderScene(scene: Act['scene']): Html {
  switch (scene) {
    case 'ride':
      return html`<svg class="rider" viewBox="0 0 15 15">${pictogram('horse-riding')}</svg>`
    case 'fence':
      return html`<svg class="fence" viewBox="0 0 16 12"><path d="M1 0v12M8 0v12M15 0v12M0 3h16M0 7.5h16"/></svg>`
    case 'two-ways':
      return html`<svg class="ways" viewBox="0 0 24 20"><path class="down" d="M1.5 12.5C4.5 13.5 5.5 16 6 19.5"/><path class="up" d="M0 12C4.5 12 5 7 9.5 7H24"/></svg><svg class="rider" viewBox="0 0 15 15">${pictogram('racetrack-horse')}</svg>`
  }
}

/** A pictogram of the Maki set (CC0), 15 × 15. */
function pictogram(name: 'horse-riding' | 'racetrack-horse'): Html {
  return raw(maki.icons[name].body)
}
