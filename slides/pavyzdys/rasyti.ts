import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'section',
  title: { lt: 'Rašyti', en: 'Write' },
  lead: {
    lt: md`Pranešimas – tai duomenys: žodžiai, skaičiai ir išdėstymo pavadinimas.`,
    en: md`A talk is data: words, figures and the name of a layout.`,
  },
  minutes: 0.5,
  notes: {
    lt: md`Nei HTML, nei spalvų, nei koordinačių – tik tai, ką norime pasakyti.`,
    en: md`No HTML, no colours, no coordinates: only what we want to say.`,
  },
})
