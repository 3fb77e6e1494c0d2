import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'people',
  title: { lt: 'Kieno darbu remiamės', en: 'Whose work it stands on' },
  people: [
    {
      name: 'Hakim El Hattab',
      role: { lt: 'sukūrė „reveal.js“, kuri keičia skaidres', en: 'made reveal.js, which moves the slides' },
    },
    {
      name: 'Evan You',
      role: { lt: 'sukūrė „Vite“, kuri surenka puslapį', en: 'made Vite, which builds the page' },
    },
    {
      name: 'Anders Hejlsberg',
      role: {
        lt: 'sukūrė „TypeScript“, kuri tikrina žodžius',
        en: 'made TypeScript, which checks the words',
      },
      organisation: { lt: 'Microsoft', en: 'Microsoft' },
    },
    {
      name: 'Mathieu Triay',
      role: {
        lt: 'nupiešė antraščių raides „Bricolage Grotesque“',
        en: 'drew the letters of the titles, Bricolage Grotesque',
      },
    },
  ],
  minutes: 1,
  notes: {
    lt: md`Padėkoti: viskas, ant ko stovime, yra atviras kodas.`,
    en: md`Give thanks: all that we stand on is open source.`,
  },
})
