import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'argument',
  title: { lt: 'Kad perskaitytų visi', en: 'So that everyone can read it' },
  pull: {
    place: 'before',
    sentence: {
      lt: md`Spalva niekada nekalba viena: ką sako spalva, pasako ir žodis.`,
      en: md`Colour never speaks alone: what a colour says, a word says too.`,
    },
  },
  text: {
    lt: [
      md`Raidės nuo fono skiriasi bent 4,5:1, o ištisinis tekstas – bent 7:1. Kas paveikslo nemato, išgirsta jo aprašymą; kas nenaudoja pelės, eina klavišais; kas nenori judesio, jo ir nemato.`,
      md`Visa tai veikia ir be scenarijų, ir be tinklo, ir padidinus keturis kartus.`,
    ],
    en: [
      md`Letters differ from their ground by 4.5:1 at least, running text by 7:1. Who does not see a picture hears what it shows; who uses no mouse moves by keys; who wants no motion sees none.`,
      md`All this works without scripts, without a network, and four times as large.`,
    ],
  },
  conclusion: {
    lt: md`Reikalavimai – iš WCAG, ir kiekvieną saugo testas.`,
    en: md`The demands are those of WCAG, and a test guards each.`,
  },
  sources: [{ url: 'https://www.w3.org/TR/WCAG22/' }],
  minutes: 1.5,
  notes: {
    lt: md`Paklausti: kiek žmonių salėje mato spalvas kitaip?
      Žingsnis: išvada.`,
    en: md`Ask how many people in the hall see colours differently.
      Step: the conclusion.`,
  },
})
