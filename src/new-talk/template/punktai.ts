import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'list',
  title: { lt: 'TODO: ką iš to gaunate', en: 'TODO: what you get from it' },
  points: [
    { text: { lt: md`TODO: pirmas punktas`, en: md`TODO: the first point` } },
    { text: { lt: md`TODO: antras punktas`, en: md`TODO: the second point` } },
    { text: { lt: md`TODO: trečias punktas`, en: md`TODO: the third point` } },
  ],
  minutes: 5,
  notes: {
    lt: md`TODO: ką pasakau apie kiekvieną`,
    en: md`TODO: what I say about each`,
  },
})
