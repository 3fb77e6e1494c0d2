import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'argument',
  title: { lt: 'Klasterių vertė', en: 'The value of clusters' },
  pull: {
    place: 'before',
    sentence: {
      lt: md`Atnaujintoje ES pramonės politikos strategijoje klasteriai pripažįstami, kaip galinga ekonomikos plėtros priemonė, padedanti remti pramonės inovacijas.`,
      en: md`The updated EU industrial policy strategy recognises clusters as a powerful tool of economic development that helps to support industrial innovation.`,
    },
  },
  text: {
    lt: [
      md`Naujoji strategija yra skirta padėti Europos pramonei pereiti prie „dvigubos transformacijos“ (angl. *[twin transition]{lang=en}*), t. y. prie [klimato neutralumo]{.climate} ir [skaitmeninės lyderystės]{.digital}. Šia strategija siekiama skatinti Europos Sąjungos konkurencingumą ir jos strateginę autonomiją judant geopolitinėms plokštėms ir didėjant pasaulinei konkurencijai.`,
    ],
    en: [
      md`The new strategy is meant to help European industry move to the “twin transition”, that is, to [climate neutrality]{.climate} and [digital leadership]{.digital}. The strategy seeks to promote the competitiveness of the European Union and its strategic autonomy as geopolitical plates shift and global competition grows.`,
    ],
  },
  conclusion: {
    lt: md`Taigi klasteriai yra matomi, kaip vienas iš pagrindinių įrankių, šiems tikslams pasiekti.`,
    en: md`Clusters are thus seen as one of the main tools for reaching these goals.`,
  },
  sources: [{ url: 'https://ec.europa.eu/growth/industry/policy_en' }],
  minutes: 2.5,
  notes: {
    lt: md`Pradėti nuo pripažinimo: galinga ekonomikos plėtros priemonė.
      „Dviguba transformacija“ – klimato neutralumas ir skaitmeninė lyderystė; prie jos dar grįšime.
      Žingsnis: „Taigi klasteriai…“.`,
    en: md`Begin with the recognition: a powerful tool of economic development.
      The “twin transition” is climate neutrality and digital leadership; we come back to it.
      Step: “Clusters are thus…”.`,
  },
})
