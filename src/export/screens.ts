/** A window to look at the deck through, in CSS pixels. */
export interface Screen {
  readonly width: number
  readonly height: number
}

/** What the deck must look right on: laptops, projectors, a wide wall, a phone and a small one. */
export const SCREENS: readonly Screen[] = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1080 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]

/** The window that holds just one printed page. */
export const PRINT: Screen = { width: 1280, height: 720 }

/** As in an option or a file's name: `390x844`. */
export function nameScreen({ width, height }: Screen): string {
  return `${width}x${height}`
}
