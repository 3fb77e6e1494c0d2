import { defineSlide, md } from '#deck'
import { clusters, companies } from './facts.ts'

export default defineSlide({
  layout: 'statement',
  title: { lt: 'Asociacija', en: 'The association' },
  subtitle: { lt: 'Lietuvos Klasterių tinklas', en: 'Lithuanian Cluster Network' },
  figures: [
    { value: clusters, label: { lt: 'Lietuvos klasteriai', en: 'Lithuanian clusters' }, role: 'clusters' },
    { value: companies, label: { lt: 'verslo įmonės', en: 'businesses' }, role: 'companies' },
  ],
  statement: {
    lt: md`Asociacija **vienija ${clusters} Lietuvos klasterius**, jungia **${companies} verslo įmones** ir yra **didžiausia** tokio pobūdžio organizacija Lietuvoje`,
    en: md`The association **unites ${clusters} Lithuanian clusters**, brings together **${companies} businesses** and is the **largest** organisation of its kind in Lithuania`,
  },
  picture: {
    kind: 'network',
    alternative: {
      lt: `${clusters} Lietuvos klasteriai – dideli taškai; aplink juos – ${companies} verslo įmonės, maži taškai.`,
      en: `${clusters} Lithuanian clusters as large dots; around them ${companies} businesses as small dots.`,
    },
  },
  minutes: 1.5,
  notes: {
    lt: md`Žingsnis: ${clusters} klasteriai. Žingsnis: ${companies} verslo įmonės.
      Pabrėžti: didžiausia tokio pobūdžio organizacija Lietuvoje.`,
    en: md`Step: ${clusters} clusters. Step: ${companies} businesses.
      Stress: the largest organisation of its kind in Lithuania.`,
  },
})
