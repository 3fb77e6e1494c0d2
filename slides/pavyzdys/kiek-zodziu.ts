import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'quote',
  title: { lt: 'Kiek žodžių užtenka', en: 'How many words are enough' },
  words: {
    lt: 'Tobulumas, regis, pasiekiamas ne tada, kai nebėra ko pridėti, o tada, kai nebėra ko atimti.',
    en: 'Perfection, it seems, is reached not when there is nothing more to add, but when there is nothing left to take away.',
  },
  name: 'Antoine de Saint-Exupéry',
  role: { lt: 'rašytojas ir lakūnas, „Terre des hommes“', en: 'writer and pilot, Terre des hommes' },
  minutes: 1,
  notes: {
    lt: md`Perskaityti lėtai. Citatai kabučių rašyti nereikia: jas deda kalba.
      Netelpa? Trumpinti, o ne mažinti.`,
    en: md`Read it slowly. A quotation is written without its marks: the language has them.
      Too long? Shorten it, do not shrink it.`,
  },
})
