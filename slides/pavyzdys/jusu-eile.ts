import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'cover',
  eyebrow: { lt: 'Visa kita – vadove autoriui', en: 'All else is in the author’s guide' },
  title: { lt: 'Dabar jūsų eilė', en: 'Now it is your turn' },
  minutes: 0.5,
  notes: {
    lt: md`Pakviesti nusikopijuoti aplanką ir pakeisti pirmą žodį.`,
    en: md`Invite to copy the folder and to change the first word.`,
  },
})
