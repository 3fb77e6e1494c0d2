import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'cover',
  eyebrow: { lt: 'Vadovas autoriui', en: 'A guide for the author' },
  title: { lt: 'Kaip gimsta pranešimas', en: 'How a talk is made' },
  minutes: 0.5,
  notes: {
    lt: md`Šis pranešimas – pavyzdys: po vieną skaidrę iš kiekvieno išdėstymo.
      Kiekvienos skaidrės failą galima nukopijuoti.`,
    en: md`This talk is an example: one slide of each layout.
      The file of each slide may be copied.`,
  },
})
