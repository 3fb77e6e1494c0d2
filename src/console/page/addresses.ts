/** The console's page is `presenter.html` beside each language's page. Its URL has no closing slash. */
export const CONSOLE_PAGE = 'presenter'
/** The notes' file beside the console's page. */
export const NOTES_FILE = `${CONSOLE_PAGE}/notes.json`
/** A placeholder in the built page for the host's URL, which only a starting stage knows. */
export const ORIGIN = '{origin}'
