/** What the talk says in many places is written here once; its test compares it with the project itself. */
export const layouts = 15
export const screens = 13
/** What the proof looks at: each layout on each screen. */
export const views = layouts * screens
