import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'acts',
  title: { lt: 'Verslas šiandien yra kaip jodinėjimas žirgu', en: 'Business today is like riding a horse' },
  acts: [
    {
      scene: 'ride',
      text: {
        lt: md`Atrodo, jau įgijote jojimo patirties, pagaliau jaučiatės užtikrintai sėdėdamas ant balno, užaugintas pasitikėjimas tarp Jūsų ir žirgo. Jaučiate, kad pagaliau galite mėgautis jodinėjimu.`,
        en: md`It seems that you have already gained riding experience, you finally feel confident sitting in the saddle, trust has grown between you and the horse. You feel that you can enjoy riding at last.`,
      },
    },
    {
      scene: 'fence',
      text: {
        lt: md`**Bet staiga – iššūkis:** situacija, kurioje jūs ir jūsų žirgas niekada anksčiau nebuvote. Jūs turite prisitaikyti labai greitai, nėra laiko dvejoti.`,
        en: md`**But suddenly – a challenge:** a situation in which you and your horse have never been before. You have to adapt very quickly, there is no time to hesitate.`,
      },
    },
    {
      scene: 'two-ways',
      text: {
        lt: md`Nes yra tik dvi galimybės – arba [nukristi]{.fall}, arba prisitaikius prie situacijos [joti toliau]{.ride}. Joti, išmokus dar vieną papildomą jojimo techniką ateičiai.`,
        en: md`For there are only two possibilities – either [to fall]{.fall} or, having adapted to the situation, [to ride on]{.ride}. To ride, having learned one more riding technique for the future.`,
      },
    },
  ],
  minutes: 2.5,
  notes: {
    lt: md`Trys žingsniai, trys veiksmai: ramu; staiga – iššūkis; dvi galimybės.
      Po „iššūkis“ – pauzė.
      Baigti ties „joti toliau“.`,
    en: md`Three steps, three acts: calm; suddenly a challenge; two possibilities.
      After “a challenge”, pause.
      End on “to ride on”.`,
  },
})
