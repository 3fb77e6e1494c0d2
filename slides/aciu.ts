import { defineSlide, md } from '../src/slide.ts'

export default defineSlide({
  layout: 'cover',
  title: { lt: 'Ačiū už Jūsų dėmesį!', en: 'Thank you for your attention!' },
  person: {
    givenName: 'Kristina',
    familyName: 'Šermukšnytė-Alešiūnienė',
    contact: {
      role: {
        lt: 'Asociacijos Lietuvos Klasterių Tinklas direktorė',
        en: 'Director of the association Lithuanian Cluster Network',
      },
      email: 'klaster@klaster.lt',
      linkedin: 'https://www.linkedin.com/in/kristina-sermuksnyte-alesiuniene-53488653/',
    },
  },
  minutes: 1,
  notes: {
    lt: md`Padėkoti. Pakviesti rašyti: klaster@klaster.lt.
      Palikti skaidrę, kol žmonės nuskaito QR kodą.`,
    en: md`Give thanks. Invite to write: klaster@klaster.lt.
      Leave the slide up while people scan the QR code.`,
  },
})
