import type { Contact } from '#deck'

/** What the talk says in many places is written here once. */
export const clusters = 57
export const companies = 777

export const speaker = { givenName: 'Kristina', familyName: 'Šermukšnytė-Alešiūnienė' }
export const contact: Contact = {
  role: {
    lt: 'Asociacijos Lietuvos Klasterių Tinklas direktorė',
    en: 'Director of the association Lithuanian Cluster Network',
  },
  email: 'klaster@klaster.lt',
  linkedin: 'https://www.linkedin.com/in/kristina-sermuksnyte-alesiuniene-53488653/',
}
