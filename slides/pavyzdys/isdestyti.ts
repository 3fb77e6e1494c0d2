import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'section',
  title: { lt: 'Išdėstyti', en: 'Lay out' },
  lead: {
    lt: md`Išdėstymas žino, kaip žodžiai atrodo salėje, telefone ir popieriuje.`,
    en: md`A layout knows how words look in a hall, on a phone and on paper.`,
  },
  minutes: 0.5,
  notes: {
    lt: md`Autorius renkasi pavadinimą, o ne dydį ar vietą.`,
    en: md`The author chooses a name, not a size or a place.`,
  },
})
