import { defineSlide, md } from '#deck'

/** Its lines are the talk's sections with their minutes: there is nothing to fill in. */
export default defineSlide({
  layout: 'agenda',
  title: { lt: 'Apie ką kalbėsime', en: 'What we talk about' },
  minutes: 1,
  notes: {
    lt: md`TODO: kodėl šios dalys`,
    en: md`TODO: why these parts`,
  },
})
