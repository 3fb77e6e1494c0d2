import { defineSlide, md } from '#deck'

/** The sizes of one text: in hundredths of the slide's width, on paper 13⅓ inches wide, and on two screens. */
function sizesOf(units: number) {
  const [points, laptop, hall] = [(13 + 1 / 3) * 72, 1280, 1920].map((width) => (units * width) / 100)
  return [units, points ?? null, laptop ?? null, hall ?? null]
}

export default defineSlide({
  layout: 'table',
  title: { lt: 'Kokio dydžio tekstas', en: 'How large text is' },
  heading: { lt: 'Tekstas', en: 'Text' },
  columns: [
    { heading: { lt: 'Skaidrės plotis', en: 'Slide width' }, unit: { lt: '%', en: '%' }, decimals: 1 },
    { heading: { lt: 'Lapas', en: 'Paper' }, unit: { lt: 'pt', en: 'pt' }, decimals: 1 },
    { heading: { lt: 'Kompiuteris', en: 'Laptop' }, unit: { lt: 'px', en: 'px' } },
    { heading: { lt: 'Salė', en: 'Hall' }, unit: { lt: 'px', en: 'px' } },
  ],
  rows: [
    { heading: { lt: 'Viršelio pavadinimas', en: 'Title of the cover' }, cells: sizesOf(10.6) },
    { heading: { lt: 'Dalies pavadinimas', en: 'Title of a part' }, cells: sizesOf(8) },
    { heading: { lt: 'Skaidrės pavadinimas', en: 'Title of a slide' }, cells: sizesOf(4.6) },
    { heading: { lt: 'Sąrašo punktas', en: 'Point of a list' }, cells: sizesOf(2.4) },
    { heading: { lt: 'Mažiausias tekstas', en: 'Smallest text' }, cells: sizesOf(1.9), marked: true },
    { heading: { lt: 'Šaltiniai', en: 'Sources' }, cells: sizesOf(1.3) },
  ],
  minutes: 1.5,
  notes: {
    lt: md`Pabrėžti pažymėtą eilutę: mažesnio teksto salė nebeperskaito.
      Kas netelpa – į kitą skaidrę.`,
    en: md`Stress the marked row: smaller text cannot be read in a hall.
      What does not fit goes to another slide.`,
  },
})
