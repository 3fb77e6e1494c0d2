import { defineSlide, md } from '#deck'
import { speaker } from './facts.ts'

export default defineSlide({
  layout: 'cover',
  eyebrow: { lt: 'TODO: kur ar kam', en: 'TODO: where or for whom' },
  title: { lt: 'TODO: pavadinimas', en: 'TODO: the title' },
  person: speaker,
  minutes: 1,
  notes: {
    lt: md`TODO: kuo pradėsiu`,
    en: md`TODO: how I begin`,
  },
})
