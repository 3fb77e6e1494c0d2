import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'section',
  title: { lt: 'TODO: antra dalis', en: 'TODO: the second part' },
  lead: {
    lt: md`TODO: apie ką ji, vienu sakiniu`,
    en: md`TODO: what it is about, in a sentence`,
  },
  minutes: 1,
  notes: {
    lt: md`TODO: kaip pereinu prie šios dalies`,
    en: md`TODO: how I come to this part`,
  },
})
