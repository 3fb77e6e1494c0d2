import { defineSlide, md } from '#deck'

/** Widths of screens, and the size of a text on each, in pixels; `units` are hundredths of the slide's width. */
const screens = [1280, 1920, 2560, 3200, 3840]
const sizesOf = (units: number) => screens.map((width) => Math.round((units * width) / 100))

export default defineSlide({
  layout: 'chart',
  kind: 'lines',
  title: { lt: 'Tekstas auga kartu su ekranu', en: 'Text grows with the screen' },
  unit: { lt: 'teksto dydis, px', en: 'size of the text, px' },
  categories: screens.map((width) => ({ label: { lt: `${width} px`, en: `${width} px` } })),
  series: [
    { name: { lt: 'Skaidrės pavadinimas', en: 'Title of a slide' }, values: sizesOf(4.6) },
    { name: { lt: 'Sąrašo punktas', en: 'Point of a list' }, values: sizesOf(2.4) },
    { name: { lt: 'Mažiausias tekstas', en: 'Smallest text' }, values: sizesOf(1.9), marked: true },
  ],
  alternative: {
    lt: 'Trys linijos kyla tiesiai: kiek kartų platesnis ekranas, tiek kartų didesnis kiekvienas tekstas.',
    en: 'Three lines rise straight: as many times as a screen is wider, each text is larger.',
  },
  minutes: 1,
  notes: {
    lt: md`Linijos tiesios, nes visi dydžiai – skaidrės pločio dalys.
      Skaičiai šiai diagramai suskaičiuoti, o ne surašyti.`,
    en: md`The lines are straight, as all sizes are parts of the slide's width.
      The numbers of this chart are computed, not typed.`,
  },
})
