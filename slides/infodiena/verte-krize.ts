import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'argument',
  title: { lt: 'Klasterių vertė', en: 'The value of clusters' },
  text: {
    lt: [
      md`COVID-19 krizės paveikti sektoriai sulaukė žymaus palaikymo būtent iš klasterių, kurie iškart susitelkė ties pagalba savo nariams bei pademonstravo lyderystę ir komunikaciją tarp viešojo ir privataus sektoriaus jau pirmaisiais pandemijos mėnesiais.`,
      md`Todėl nekyla jokių abejonių, kad klasteriai turi pakankamai žinių, patirties bei yra plačių tinklų dalimi, jog taptų vienas iš gyvybiškai svarbių įrankių kuriant verslo atsigavimo strategijas.`,
    ],
    en: [
      md`The sectors hit by the COVID-19 crisis received considerable support precisely from clusters, which at once focused on helping their members and showed leadership and communication between the public and the private sector already in the first months of the pandemic.`,
      md`There is therefore no doubt that clusters have enough knowledge and experience, and are part of wide networks, to become one of the vitally important tools in creating business recovery strategies.`,
    ],
  },
  pull: {
    place: 'after',
    lead: {
      lt: md`2020 Europos Apžvalgos ataskaitoje klasteriai yra įvardijami, kaip`,
      en: md`In the 2020 European Panorama report clusters are named as`,
    },
    quotation: {
      lt: '„pagrindinė Europos ekonomikos pavara“.',
      en: '“the main driving gear of the European economy”.',
    },
  },
  sources: [
    {
      url: 'https://www.clustercollaboration.eu/news/eccp-webinar-covid-19-industrial-cluster-response-role-european-clusters',
    },
    {
      url: 'https://ec.europa.eu/growth/content/clusters-drivers-european-economy-results-2020-european-panorama-report_en',
    },
  ],
  minutes: 2.5,
  notes: {
    lt: md`Pabrėžti: klasteriai iškart susitelkė ties pagalba savo nariams.
      Žingsnis: citata. Perskaityti lėtai.
      Toliau – kaip keičiasi patys klasteriai.`,
    en: md`Stress: clusters at once focused on helping their members.
      Step: the quotation. Read it slowly.
      Next: how clusters themselves are changing.`,
  },
})
