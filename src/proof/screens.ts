/** A window to view the deck in, in CSS pixels. */
export interface Screen {
  readonly width: number
  readonly height: number
  /** What its visitor has set in the system or the browser. */
  readonly preference?: Preference
}

/** Settings a visitor may make, as media features; `spacing` means the four values of WCAG 1.4.12. */
export const PREFERENCES = {
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  contrast: [{ name: 'prefers-contrast', value: 'more' }],
  'dark-contrast': [
    { name: 'prefers-color-scheme', value: 'dark' },
    { name: 'prefers-contrast', value: 'more' },
  ],
  forced: [{ name: 'forced-colors', value: 'active' }],
  spacing: [],
} as const
type Preference = keyof typeof PREFERENCES

/**
 * Screens on which the deck must look right: laptops, projectors, video walls, a normal and a small phone,
 * upright and sideways. 320 × 256 is 1280 × 1024 at 400 % (WCAG 1.4.10), 640 × 360 is 1280 × 720 at 200 %.
 */
export const SCREENS: readonly Screen[] = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 667, height: 375 },
  { width: 844, height: 390 },
  { width: 640, height: 360 },
  { width: 320, height: 256 },
  { width: 1280, height: 720, preference: 'spacing' },
  { width: 320, height: 568, preference: 'spacing' },
]

/** Checked in one language only, as a visitor's colours change both alike. */
export const COLOURS: readonly Screen[] = [
  { width: 1280, height: 720, preference: 'dark' },
  { width: 390, height: 844, preference: 'dark' },
  { width: 1280, height: 720, preference: 'contrast' },
  { width: 390, height: 844, preference: 'dark-contrast' },
  { width: 1280, height: 720, preference: 'forced' },
  { width: 390, height: 844, preference: 'forced' },
]

/** A window that fits exactly one printed page. */
export const PRINT: Screen = { width: 1280, height: 720 }

/** The name in an option or a file: `390x844`, `390x844-dark`. */
export function nameScreen({ width, height, preference }: Screen): string {
  return `${width}x${height}${preference === undefined ? '' : `-${preference}`}`
}
