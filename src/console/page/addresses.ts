/** The console's page beside a language's own, `presenter.html`: its address has no closing slash. */
export const CONSOLE_PAGE = 'presenter'
/** The notes' file beside the console's page. */
export const NOTES_FILE = `${CONSOLE_PAGE}/notes.json`
/** Stands in the built page for the host's address, which is known only when a stage starts. */
export const ORIGIN = '{origin}'
