import type { Opened } from './open-deck.ts'
import type { Screen } from './screens.ts'

/** A slide's picture in pieces from top to bottom, each at most as high as the window. */
export interface Picture {
  readonly slide: string
  readonly pieces: readonly Piece[]
}

/** A part of what a window shows. */
export interface Piece {
  /** The whole window as a JPEG or PNG file, in base64. */
  readonly data: string
  /** The window's size and where the part lies in it, in CSS pixels. */
  readonly width: number
  readonly windowHeight: number
  readonly top: number
  readonly height: number
}

/**
 * Takes a slide's picture and scrolls through what is higher than the window. For one tall picture the
 * browser would make its window taller, and slides measure themselves by the window.
 */
export async function takePicture({ page, ask }: Opened, slide: string, screen: Screen): Promise<Picture> {
  const box = await ask('goTo', slide)
  const bar = Math.max(0, box.top)
  const pieces: Piece[] = []
  const take = async (top: number, height: number) => {
    if (height < 1) return
    const data = await page.screenshot({ type: 'jpeg', quality: 88, encoding: 'base64' })
    pieces.push({ data, width: screen.width, windowHeight: screen.height, top, height })
  }
  const window = screen.height - bar
  const height = box.bottom - box.top
  await take(bar, Math.min(window, height))
  for (let left = height - window; left >= 1; left -= window) {
    const step = Math.min(left, window)
    await ask('scrollOn', slide, step)
    await take(bar + window - step, step)
  }
  return { slide, pieces }
}
