import { defineDeck } from '../src/slide.ts'
import aciu from './aciu.ts'
import asociacija from './asociacija.ts'
import infodiena from './infodiena.ts'
import jojimas from './jojimas.ts'
import naryste from './naryste.ts'
import transformacija from './transformacija.ts'
import valdyba from './valdyba.ts'
import verteKrize from './verte-krize.ts'
import verteStrategija from './verte-strategija.ts'

/** The talk's contents page. To reorder the talk, move a line in `slides`. */
export default defineDeck({
  brand: 'KlasterLT',
  association: { lt: 'Asociacija Lietuvos klasterių tinklas', en: 'Lithuanian Cluster Network' },
  title: { lt: 'Klasterių infodiena', en: 'Cluster Info Day' },
  description: {
    lt: 'Asociacija vienija 57 Lietuvos klasterius, jungia 777 verslo įmones ir yra didžiausia tokio pobūdžio organizacija Lietuvoje.',
    en: 'The association unites 57 Lithuanian clusters, brings together 777 businesses and is the largest organisation of its kind in Lithuania.',
  },
  fileName: { lt: 'Klasteriu-infodiena', en: 'Cluster-Info-Day' },
  author: 'Kristina Šermukšnytė-Alešiūnienė',
  minutes: 15,
  slides: {
    infodiena,
    asociacija,
    naryste,
    valdyba,
    'verte-strategija': verteStrategija,
    'verte-krize': verteKrize,
    transformacija,
    jojimas,
    aciu,
  },
})
