import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'columns',
  title: { lt: 'Jūsų darbas ir visa kita', en: 'Your part, and the rest' },
  columns: [
    {
      heading: { lt: 'Jūs parašote', en: 'You write' },
      points: [
        { lt: md`žodžius lietuviškai ir angliškai`, en: md`words in Lithuanian and English` },
        { lt: md`skaičius ir jų šaltinius`, en: md`figures and their sources` },
        {
          lt: md`ką paveikslas sako tam, kas jo nemato`,
          en: md`what a picture says to those who do not see it`,
        },
      ],
    },
    {
      heading: { lt: 'Atsiranda savaime', en: 'The rest follows' },
      wide: true,
      points: [
        {
          lt: md`**puslapis**, kurį galima skaityti, rodyti ir spausdinti`,
          en: md`a **page** to read, to present and to print`,
        },
        {
          lt: md`**failai**: PDF, dalomoji medžiaga, PowerPoint, paveikslai, tekstas`,
          en: md`**files**: PDF, handout, PowerPoint, pictures, plain text`,
        },
        {
          lt: md`**pultas** su užrašais, laiku ir kita skaidre`,
          en: md`a **console** with notes, time and the next slide`,
        },
        { lt: md`**telefonas**, kuris seka pranešėją`, en: md`a **phone** that follows the speaker` },
      ],
    },
  ],
  minutes: 1.5,
  notes: {
    lt: md`Dešinė pusė platesnė: ji ir svarbesnė.
      Nieko iš jos rašyti nereikia.`,
    en: md`The right side is wider, because it matters more.
      None of it needs to be written.`,
  },
})
