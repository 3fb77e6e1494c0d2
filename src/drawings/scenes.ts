import maki from '@iconify-json/maki/icons.json' with { type: 'json' }
import { type Html, html } from '../markup/html.ts'

/** Each act's scene by its name. A rider is 15 × 15, as in the icon set. */
const SCENES = {
  ride: () => renderRider('horse-riding'),
  fence: () =>
    html`<svg class="fence" viewBox="0 0 16 12"><path d="M1 0v12M8 0v12M15 0v12M0 3h16M0 7.5h16"/></svg>`,
  // The ways begin where the ground ends; the way up leads far off the slide.
  'two-ways': () =>
    html`<svg class="ways" viewBox="0 0 20 10"><path class="down" d="M2.4 6.8C3.9 6.9 5.1 7.3 5.9 8.3"/><path class="up" d="M0 5.82C5 5.82 5 1.4 10 1.4H200"/></svg>${renderRider('racetrack-horse')}`,
}

export type SceneName = keyof typeof SCENES

export function renderScene(name: SceneName): Html {
  return SCENES[name]()
}

/** A pictogram of the Maki set (CC0). Throws when the set draws it with more than one path. */
function renderRider(name: 'horse-riding' | 'racetrack-horse'): Html {
  const [, path] = /^<path fill="currentColor" d="([^"]+)"\/>$/.exec(maki.icons[name].body) ?? []
  if (path === undefined) throw new Error(`Maki's pictogram "${name}" is not one path any more`)
  return html`<svg class="rider" viewBox="0 0 15 15"><path fill="currentColor" d="${path}"/></svg>`
}
