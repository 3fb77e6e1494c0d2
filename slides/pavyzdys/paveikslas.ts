import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'picture',
  title: { lt: 'Paveikslas per visą skaidrę', en: 'A picture fills the slide' },
  place: 'filling',
  picture: {
    file: 'kalvos.jpg',
    alternative: {
      lt: 'Kalvų eilės nyksta vakaro rūke, virš jų leidžiasi saulė.',
      en: 'Rows of hills fade into the evening mist; the sun sets above them.',
    },
    caption: { lt: 'Kalvos vakare.', en: 'Hills in the evening.' },
    credit: { lt: 'Nupiešta kodu', en: 'Drawn by code' },
    focus: { x: 68, y: 40 },
  },
  text: [
    {
      lt: md`Padėkite originalą į aplanką **pictures** – kiekvienam ekranui tinkamas dydis atsiras savaime.`,
      en: md`Put the original into **pictures**, and the right size for every screen follows.`,
    },
  ],
  minutes: 0.5,
  notes: {
    lt: md`Telefone ta pati nuotrauka apkerpama kitaip: saulė visada lieka matoma.`,
    en: md`A phone crops the same photograph in another way: the sun always stays in sight.`,
  },
})
