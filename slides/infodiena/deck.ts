import { defineDeck } from '#deck'
import aciu from './aciu.ts'
import asociacija from './asociacija.ts'
import { clusters, companies, contact, speaker } from './facts.ts'
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
    lt: `Asociacija vienija ${clusters} Lietuvos klasterius, jungia ${companies} verslo įmones ir yra didžiausia tokio pobūdžio organizacija Lietuvoje.`,
    en: `The association unites ${clusters} Lithuanian clusters, brings together ${companies} businesses and is the largest organisation of its kind in Lithuania.`,
  },
  fileName: { lt: 'Klasteriu-infodiena', en: 'Cluster-Info-Day' },
  author: `${speaker.givenName} ${speaker.familyName}`,
  contact,
  network: { clusters, companies },
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
