import { defineSlide, md } from '#deck'

/** Put a photograph into `pictures/` and name it as `file`. */
export default defineSlide({
  layout: 'picture',
  title: { lt: 'TODO: ką rodo nuotrauka', en: 'TODO: what the photograph shows' },
  place: 'right',
  picture: {
    file: 'nuotrauka.svg',
    alternative: {
      lt: 'TODO: kas matyti nuotraukoje, vienu sakiniu',
      en: 'TODO: what is to be seen in the photograph, in a sentence',
    },
  },
  text: [{ lt: md`TODO: mintis prie nuotraukos`, en: md`TODO: a thought to go with it` }],
  minutes: 2,
  notes: {
    lt: md`TODO: ką pasakau rodant nuotrauką`,
    en: md`TODO: what I say when it is shown`,
  },
})
