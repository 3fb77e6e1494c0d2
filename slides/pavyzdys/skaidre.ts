import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'list',
  title: { lt: 'Skaidrė per penkias minutes', en: 'A slide in five minutes' },
  ordered: true,
  stepwise: true,
  points: [
    {
      text: {
        lt: md`Parašykite skaidrės failą: išdėstymas, pavadinimas ir žodžiai **abiem kalbomis**.`,
        en: md`Write the slide's file: a layout, a title, and words in **both languages**.`,
      },
    },
    {
      text: {
        lt: md`Skaičius rašykite **vieną kartą** – faile facts.ts.`,
        en: md`Write each figure **once**, in facts.ts.`,
      },
    },
    {
      text: {
        lt: md`Įrašykite skaidrę į **eilę** – failą deck.ts.`,
        en: md`Add the slide to the **running order**, deck.ts.`,
      },
    },
    {
      text: {
        lt: md`Pridėkite **užrašus** sau: nuo vienos iki trijų trumpų eilučių.`,
        en: md`Add **notes** for yourself: one to three short lines.`,
      },
    },
    {
      text: {
        lt: md`Paleiskite **npm run proof** ir peržvelkite visus ekranus.`,
        en: md`Run **npm run proof** and look at every screen.`,
      },
    },
  ],
  minutes: 2,
  notes: {
    lt: md`Penki žingsniai, po vieną punktą.
      Pabrėžti: be antros kalbos skaidrė nesusikompiliuoja.`,
    en: md`Five steps, a point each.
      Stress: without the second language a slide does not compile.`,
  },
})
