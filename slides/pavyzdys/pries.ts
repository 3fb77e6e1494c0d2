import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'timeline',
  title: { lt: 'Kiek liko iki pranešimo', en: 'How long until the talk' },
  points: [
    {
      time: { lt: 'Savaitė', en: 'A week' },
      text: {
        lt: md`Žodžiai suderinti, skaičiai patikrinti, abi kalbos sako tą patį.`,
        en: md`The words are agreed, the figures checked, both languages say the same.`,
      },
    },
    {
      time: { lt: 'Diena', en: 'A day' },
      text: {
        lt: md`**npm run export**: PDF ir PowerPoint – atsargai ir dalyviams.`,
        en: md`**npm run export**: PDF and PowerPoint, for safety and for the audience.`,
      },
    },
    {
      time: { lt: 'Valanda', en: 'An hour' },
      text: {
        lt: md`**npm start** salės kompiuteryje; pultas – planšetėje ar telefone.`,
        en: md`**npm start** on the hall's computer; the console on a tablet or a phone.`,
      },
    },
    {
      time: { lt: 'Dabar', en: 'Now' },
      text: {
        lt: md`Pirmoji skaidrė jau ekrane. Užrašus matote tik jūs.`,
        en: md`The first slide is on the screen. The notes are for you alone.`,
      },
      now: true,
    },
  ],
  minutes: 1.5,
  notes: {
    lt: md`Jei kas nors dings – tinklas, telefonas, programa, – salės ekranas liks.`,
    en: md`If anything fails, network, phone or program, the hall's screen stays.`,
  },
})
