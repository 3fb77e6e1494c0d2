import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'section',
  title: { lt: 'Jūsų klausimai', en: 'Your questions' },
  lead: {
    lt: md`Klauskite dabar arba pasibaigus pranešimui.`,
    en: md`Ask now, or when the talk is over.`,
  },
  minutes: 3,
  notes: {
    lt: md`TODO: ko paklausiu, jei niekas neklausia`,
    en: md`TODO: what I ask if nobody does`,
  },
})
