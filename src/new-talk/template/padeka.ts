import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'cover',
  title: { lt: 'Ačiū', en: 'Thank you' },
  minutes: 1,
  notes: {
    lt: md`TODO: kuo baigiu`,
    en: md`TODO: how I end`,
  },
})
