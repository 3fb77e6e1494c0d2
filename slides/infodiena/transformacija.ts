import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'loop',
  title: { lt: 'Klasterių transformacija', en: 'The transformation of clusters' },
  halves: [
    { label: { lt: 'Klimato neutralumas', en: 'Climate neutrality' }, role: 'climate' },
    { label: { lt: 'Skaitmeninė lyderystė', en: 'Digital leadership' }, role: 'digital' },
  ],
  whole: {
    lt: md`Dviguba transformacija *([twin transition]{lang=en})*`,
    en: md`Twin transition`,
  },
  alternative: {
    lt: 'Klasterių tinklas išsivynioja į begalinę kilpą: viena pusė – klimato neutralumas, kita – skaitmeninė lyderystė.',
    en: 'The network of clusters unrolls into an endless loop: one half is climate neutrality, the other digital leadership.',
  },
  minutes: 1.5,
  notes: {
    lt: md`Tas pats tinklas. Žingsnis: jis virsta kilpa.
      Viena pusė – klimato neutralumas, kita – skaitmeninė lyderystė.`,
    en: md`The same network. Step: it becomes a loop.
      One half is climate neutrality, the other digital leadership.`,
  },
})
