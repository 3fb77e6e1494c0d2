import { defineSlide, md } from '../src/slide.ts'

export default defineSlide({
  layout: 'cover',
  eyebrow: { lt: 'Asociacija Lietuvos klasterių tinklas', en: 'Lithuanian Cluster Network (association)' },
  title: { lt: 'Klasterių infodiena', en: 'Cluster Info Day' },
  person: { givenName: 'Kristina', familyName: 'Šermukšnytė-Alešiūnienė' },
  minutes: 1,
  notes: {
    lt: md`Pasveikinti, prisistatyti: Kristina Šermukšnytė-Alešiūnienė.
      Kas sukvietė: asociacija Lietuvos klasterių tinklas. Toliau – kas ji tokia.`,
    en: md`Greet, introduce yourself: Kristina Šermukšnytė-Alešiūnienė.
      Who invites: the Lithuanian Cluster Network association. Next: what it is.`,
  },
})
