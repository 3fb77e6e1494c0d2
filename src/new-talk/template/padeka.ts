import { defineSlide, md } from '#deck'
import { speaker } from './facts.ts'

export default defineSlide({
  layout: 'cover',
  title: { lt: 'Ačiū už dėmesį', en: 'Thank you for your attention' },
  person: speaker,
  minutes: 1,
  notes: {
    lt: md`TODO: kuo baigiu`,
    en: md`TODO: how I end`,
  },
})
