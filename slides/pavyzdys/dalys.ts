import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'agenda',
  title: { lt: 'Trys dalys', en: 'Three parts' },
  now: 'rasyti',
  minutes: 0.5,
  notes: {
    lt: md`Dalys ir minutės susideda pačios – iš skaidrių.`,
    en: md`Parts and minutes add up by themselves, from the slides.`,
  },
})
