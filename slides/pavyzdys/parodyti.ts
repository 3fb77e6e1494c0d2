import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'section',
  title: { lt: 'Parodyti', en: 'Show' },
  lead: {
    lt: md`Viskas, ko reikia scenoje, telpa viename kompiuteryje – tinklo nereikia.`,
    en: md`All that a stage needs is in one computer; it needs no network.`,
  },
  minutes: 0.5,
  notes: {
    lt: md`Liko viena dalis: ką daryti prieš pat pranešimą.`,
    en: md`One part is left: what to do right before the talk.`,
  },
})
