/** What the talk says in several places: the speaker, figures. Each is written here once. */
export const speaker = { givenName: 'TODO: vardas', familyName: 'TODO: pavardė' }
