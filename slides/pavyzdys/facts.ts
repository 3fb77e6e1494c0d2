/** What the talk says in many places is written here once; its test compares it with the project itself. */
export const layouts = 16
export const screens = 13
/** What the proof looks at: each layout on each screen. */
export const views = layouts * screens
/** Some of these screens, by their widths in pixels. */
export const widths = [320, 390, 844, 1024, 1280, 1920, 3840]
