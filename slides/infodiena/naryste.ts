import { defineSlide, md } from '#deck'
import { clusters } from './facts.ts'

export default defineSlide({
  layout: 'statement',
  title: { lt: 'Narystė', en: 'Membership' },
  statement: {
    lt: md`Esame Europos klasterių bendruomenės dalis bei aktyvūs Europos Klasterių Aljanso nariai`,
    en: md`We are part of the European cluster community and active members of the European Clusters Alliance`,
  },
  wordmark: { text: md`EUROPEAN **CLUSTERS** ALLIANCE`, lang: 'en' },
  picture: {
    kind: 'ring',
    alternative: {
      lt: `Linijomis sujungtų taškų žiedas; vienas iš jų – mes, apsupti ${clusters} klasterių.`,
      en: `A ring of dots joined by lines; one of them is us, with our ${clusters} clusters around it.`,
    },
  },
  minutes: 1,
  notes: {
    lt: md`Pabrėžti „aktyvūs“: esame Europos klasterių bendruomenės dalis.
      Toliau – kas sudaro asociacijos valdybą.`,
    en: md`Stress “active”: we are part of the European cluster community.
      Next: who sits on the association's board.`,
  },
})
