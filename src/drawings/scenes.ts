import maki from '@iconify-json/maki/icons.json' with { type: 'json' }
import { type Html, html } from '../markup/html.ts'

export type SceneName = 'ride' | 'fence' | 'two-ways'

/**
 * A scene's parts as SVG path data. A rider is 15 × 15, as in the icon set; the two ways are in the slide's
 * units.
 */
interface Scene {
  readonly rider?: string
  /** 16 × 12, in lines. */
  readonly fence?: string
  /** 20 × 10, lines that begin where the ground ends; the way up leads far off the slide. */
  readonly up?: string
  readonly down?: string
}

function drawScene(scene: SceneName): Scene {
  switch (scene) {
    case 'ride':
      return { rider: pictogram('horse-riding') }
    case 'fence':
      return { fence: 'M1 0v12M8 0v12M15 0v12M0 3h16M0 7.5h16' }
    case 'two-ways':
      return {
        rider: pictogram('racetrack-horse'),
        up: 'M0 5.82C5 5.82 5 1.4 10 1.4H200',
        down: 'M2.4 6.8C3.9 6.9 5.1 7.3 5.9 8.3',
      }
  }
}

/** Draws an act's scene. */
export function renderScene(name: SceneName): Html {
  const { rider, fence, up, down } = drawScene(name)
  return html`${up && down && html`<svg class="ways" viewBox="0 0 20 10"><path class="down" d="${down}"/><path class="up" d="${up}"/></svg>`}${rider && html`<svg class="rider" viewBox="0 0 15 15"><path fill="currentColor" d="${rider}"/></svg>`}${fence && html`<svg class="fence" viewBox="0 0 16 12"><path d="${fence}"/></svg>`}`
}

/** A pictogram of the Maki set (CC0), 15 × 15. Throws when the set draws it with more than one path. */
function pictogram(name: 'horse-riding' | 'racetrack-horse'): string {
  const [, path] = /^<path fill="currentColor" d="([^"]+)"\/>$/.exec(maki.icons[name].body) ?? []
  if (path === undefined) throw new Error(`Maki's pictogram "${name}" is not one path any more`)
  return path
}
