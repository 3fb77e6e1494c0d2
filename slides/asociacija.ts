import { defineSlide, md } from '../src/slide.ts'

export default defineSlide({
  layout: 'statement',
  title: { lt: 'Asociacija', en: 'The association' },
  subtitle: { lt: 'Lietuvos Klasterių tinklas', en: 'Lithuanian Cluster Network' },
  figures: [
    { value: 57, label: { lt: 'Lietuvos klasteriai', en: 'Lithuanian clusters' }, role: 'clusters' },
    { value: 777, label: { lt: 'verslo įmonės', en: 'businesses' }, role: 'companies' },
  ],
  statement: {
    lt: md`Asociacija **vienija 57 Lietuvos klasterius**, jungia **777 verslo įmones** ir yra **didžiausia** tokio pobūdžio organizacija Lietuvoje`,
    en: md`The association **unites 57 Lithuanian clusters**, brings together **777 businesses** and is the **largest** organisation of its kind in Lithuania`,
  },
  picture: {
    kind: 'network',
    alternative: {
      lt: '57 Lietuvos klasteriai – dideli taškai; aplink juos – 777 verslo įmonės, maži taškai.',
      en: '57 Lithuanian clusters as large dots; around them 777 businesses as small dots.',
    },
  },
  minutes: 1.5,
  notes: {
    lt: md`Žingsnis: 57 klasteriai. Žingsnis: 777 verslo įmonės.
      Pabrėžti: didžiausia tokio pobūdžio organizacija Lietuvoje.`,
    en: md`Step: 57 clusters. Step: 777 businesses.
      Stress: the largest organisation of its kind in Lithuania.`,
  },
})
