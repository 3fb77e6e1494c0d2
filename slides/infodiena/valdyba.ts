import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'plates',
  title: { lt: 'Asociacijos valdyba', en: 'The board of the association' },
  members: [
    {
      id: 'autodalys',
      name: md`**LIETUVOS AUTODALIŲ GAMINTOJŲ IR EKSPORTUOTOJŲ ASOCIACIJA**`,
      lang: 'lt',
      translation: 'Lithuanian association of auto parts manufacturers and exporters',
    },
    { id: 'national-food-cluster', name: md`**NATIONAL FOOD CLUSTER** Lithuania`, lang: 'en' },
    { id: 'ivita', name: md`**iVita** wellness cluster`, lang: 'en' },
    { id: 'litek', name: md`**LITEK**` },
    { id: 'linpra', name: md`**LINPRA**` },
    { id: 'vilnius-film-cluster', name: md`**Vilnius Film Cluster**`, lang: 'en' },
    {
      id: 'pasyvus-namai',
      name: md`**Energiškai efektyvių ir pasyvių namų klasteris**`,
      lang: 'lt',
      translation: 'Cluster of energy-efficient and passive houses',
    },
  ],
  minutes: 1.5,
  notes: {
    lt: md`Septyni valdybos nariai; paminėti kiekvieną iš eilės.
      Toliau – kuo klasteriai vertingi.`,
    en: md`Seven board members; name each in turn.
      Next: what clusters are worth.`,
  },
})
