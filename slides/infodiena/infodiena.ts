import { defineSlide, md } from '#deck'
import { speaker } from './facts.ts'

export default defineSlide({
  layout: 'cover',
  eyebrow: { lt: 'Asociacija Lietuvos klasterių tinklas', en: 'Lithuanian Cluster Network (association)' },
  title: { lt: 'Klasterių infodiena', en: 'Cluster Info Day' },
  person: speaker,
  minutes: 1,
  notes: {
    lt: md`Pasveikinti, prisistatyti: ${speaker.givenName} ${speaker.familyName}.
      Kas sukvietė: asociacija Lietuvos klasterių tinklas. Toliau – kas ji tokia.`,
    en: md`Greet, introduce yourself: ${speaker.givenName} ${speaker.familyName}.
      Who invites: the Lithuanian Cluster Network association. Next: what it is.`,
  },
})
