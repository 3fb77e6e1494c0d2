import { defineDeck } from '#deck'
import antraDalis from './antra-dalis.ts'
import { speaker } from './facts.ts'
import klausimai from './klausimai.ts'
import nuotrauka from './nuotrauka.ts'
import padeka from './padeka.ts'
import pirmaDalis from './pirma-dalis.ts'
import punktai from './punktai.ts'
import turinys from './turinys.ts'
import virselis from './virselis.ts'

/**
 * What the talk is called and the order of its slides. What is to fill in begins with TODO. To reorder the talk, move a
 * line in `slides`. `fileName` is what the files are called that people get. When and where the talk is given is
 * `event`, if that is known.
 */
export default defineDeck({
  brand: '{brand}',
  association: { lt: '{association.lt}', en: '{association.en}' },
  title: { lt: 'TODO: pranešimo pavadinimas', en: 'TODO: the title of the talk' },
  description: {
    lt: 'TODO: apie ką pranešimas, vienu dviem sakiniais',
    en: 'TODO: what the talk is about, in one or two sentences',
  },
  fileName: { lt: '{name}-lt', en: '{name}-en' },
  author: `${speaker.givenName} ${speaker.familyName}`,
  network: { clusters: 8, companies: 8 },
  minutes: 15,
  slides: {
    virselis,
    turinys,
    'pirma-dalis': pirmaDalis,
    punktai,
    'antra-dalis': antraDalis,
    nuotrauka,
    klausimai,
    padeka,
  },
})
