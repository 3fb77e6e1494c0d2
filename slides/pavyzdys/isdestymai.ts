import { defineSlide, md } from '#deck'
import { layouts, screens, views } from './facts.ts'

export default defineSlide({
  layout: 'statement',
  title: { lt: 'Išdėstymai', en: 'Layouts' },
  subtitle: { lt: 'Viena skaidrė visiems ekranams', en: 'One slide for every screen' },
  figures: [
    { value: layouts, label: { lt: 'išdėstymų', en: 'layouts' }, role: 'clusters' },
    { value: views, label: { lt: 'vaizdai', en: 'views' }, role: 'companies' },
  ],
  statement: {
    lt: md`Kiekvienas iš **${layouts} išdėstymų** telpa į **${screens} ekranų** – nuo mažo telefono iki salės sienos`,
    en: md`Each of the **${layouts} layouts** fits **${screens} screens**, from a small phone to the wall of a hall`,
  },
  picture: {
    kind: 'network',
    alternative: {
      lt: `${layouts} išdėstymų – dideli taškai; aplink kiekvieną – ${screens} mažų: jo vaizdai ekranuose.`,
      en: `${layouts} layouts as large dots; around each ${screens} small ones, its views on the screens.`,
    },
  },
  minutes: 1.5,
  notes: {
    lt: md`Žingsnis: išdėstymai. Žingsnis: vaizdai.
      Paveikslas sudėtas iš tų pačių skaičių kaip ir tekstas.`,
    en: md`Step: layouts. Step: views.
      The picture is made of the same figures as the text.`,
  },
})
