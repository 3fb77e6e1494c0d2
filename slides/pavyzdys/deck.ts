import { defineDeck } from '#deck'
import auga from './auga.ts'
import dalys from './dalys.ts'
import darbai from './darbai.ts'
import dydziai from './dydziai.ts'
import ekranai from './ekranai.ts'
import { layouts, views } from './facts.ts'
import isdestymai from './isdestymai.ts'
import isdestyti from './isdestyti.ts'
import jusuEile from './jusu-eile.ts'
import kiekZodziu from './kiek-zodziu.ts'
import pamatas from './pamatas.ts'
import parodyti from './parodyti.ts'
import paveikslas from './paveikslas.ts'
import pavyzdys from './pavyzdys.ts'
import pries from './pries.ts'
import programos from './programos.ts'
import rasyti from './rasyti.ts'
import redaktorius from './redaktorius.ts'
import skaidre from './skaidre.ts'
import visiems from './visiems.ts'

/** An example: one slide of each everyday layout, about how a talk is made here. */
export default defineDeck({
  brand: 'KlasterLT',
  association: { lt: 'Asociacija Lietuvos klasterių tinklas', en: 'Lithuanian Cluster Network' },
  title: { lt: 'Kaip gimsta pranešimas', en: 'How a talk is made' },
  description: {
    lt: 'Pavyzdys ir vadovas autoriui: po vieną skaidrę iš kiekvieno kasdienio išdėstymo.',
    en: 'An example and a guide for the author: one slide of each everyday layout.',
  },
  fileName: { lt: 'Kaip-gimsta-pranesimas', en: 'How-a-talk-is-made' },
  author: 'Asociacija Lietuvos klasterių tinklas',
  network: { clusters: layouts, companies: views },
  minutes: 18,
  slides: {
    pavyzdys,
    dalys,
    rasyti,
    skaidre,
    darbai,
    'kiek-zodziu': kiekZodziu,
    isdestyti,
    isdestymai,
    ekranai,
    dydziai,
    auga,
    paveikslas,
    redaktorius,
    visiems,
    parodyti,
    pries,
    programos,
    pamatas,
    'jusu-eile': jusuEile,
  },
})
