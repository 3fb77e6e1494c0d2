import { defineSlide, md } from '#deck'
import { contact, speaker } from './facts.ts'

export default defineSlide({
  layout: 'cover',
  title: { lt: 'Ačiū už Jūsų dėmesį!', en: 'Thank you for your attention!' },
  person: { ...speaker, contact },
  minutes: 1,
  notes: {
    lt: md`Padėkoti. Pakviesti rašyti: ${contact.email}.
      Palikti skaidrę, kol žmonės nuskaito QR kodą.`,
    en: md`Give thanks. Invite to write: ${contact.email}.
      Leave the slide up while people scan the QR code.`,
  },
})
