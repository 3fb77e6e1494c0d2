import { defineSlide, md } from '#deck'
import { widths } from './facts.ts'

export default defineSlide({
  layout: 'chart',
  kind: 'bars',
  lying: true,
  title: { lt: 'Dvylika kartų platesnis ekranas', en: 'A screen twelve times as wide' },
  unit: { lt: 'px', en: 'px' },
  categories: [
    { label: { lt: 'Mažas telefonas', en: 'Small phone' } },
    { label: { lt: 'Telefonas', en: 'Phone' } },
    { label: { lt: 'Gulsčias telefonas', en: 'Phone on its side' } },
    { label: { lt: 'Senas projektorius', en: 'Old projector' } },
    { label: { lt: 'Nešiojamasis kompiuteris', en: 'Laptop' } },
    { label: { lt: 'Salės ekranas', en: 'Screen of a hall' } },
    { label: { lt: 'Salės siena', en: 'Wall of a hall' }, marked: true },
  ],
  series: [{ name: { lt: 'Ekrano plotis', en: 'Width of the screen' }, values: widths }],
  alternative: {
    lt: 'Gulsčios juostos ilgėja nuo mažo telefono iki salės sienos, kurios juosta dvylika kartų ilgesnė.',
    en: 'Lying bars grow from a small phone to the wall of a hall, whose bar is twelve times as long.',
  },
  minutes: 1,
  notes: {
    lt: md`Rodyti nuo apačios: siena, salė, telefonas.
      Ta pati skaidrė tinka visiems, tik kitaip sudėliota.`,
    en: md`Show it from below: wall, hall, phone.
      One slide fits all of them, composed in another way.`,
  },
})
