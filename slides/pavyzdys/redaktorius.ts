import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'picture',
  title: { lt: 'Rašote ir iš karto matote', en: 'You write, and see it at once' },
  place: 'right',
  whole: true,
  picture: {
    file: 'redaktorius.svg',
    alternative: {
      lt: 'Schema: viršuje redaktoriaus langas su skaidrės failu, apačioje – skaidrė, kurią jis duoda.',
      en: 'A sketch: above, an editor with the file of a slide; below, the slide that it gives.',
    },
    caption: { lt: 'Redaktorius ir jo skaidrė', en: 'The editor and its slide' },
  },
  text: [
    {
      lt: md`**npm run dev** parodo kiekvieną pataisymą iš karto – ir klaidą, jei ji pasitaiko, su patarimu, kaip ją ištaisyti.`,
      en: md`**npm run dev** shows every edit at once, and a fault, if there is one, with its remedy.`,
    },
    {
      lt: md`Prie kiekvieno lauko redaktorius paaiškina, kam jis skirtas.`,
      en: md`At each field the editor says what it is for.`,
    },
  ],
  minutes: 0.5,
  notes: {
    lt: md`Piešinys rodomas visas: whole: true.`,
    en: md`A drawing is shown whole: whole: true.`,
  },
})
