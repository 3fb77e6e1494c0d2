import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'plates',
  title: { lt: 'Kur atsiveria', en: 'Where it opens' },
  members: [
    { id: 'chrome', name: md`Google **Chrome**` },
    { id: 'samsung', name: md`Samsung **Internet**` },
    { id: 'firefox', name: md`Mozilla **Firefox**` },
    { id: 'safari', name: md`Apple **Safari**` },
    { id: 'powerpoint', name: md`Microsoft **PowerPoint**` },
    { id: 'libreoffice', name: md`LibreOffice **Impress**` },
    { id: 'acrobat', name: md`Adobe **Acrobat**` },
  ],
  minutes: 0.5,
  notes: {
    lt: md`Keturios naršyklės rodo puslapį, dvi programos – PowerPoint failą, viena – PDF.`,
    en: md`Four browsers show the page, two programs the PowerPoint file, one the PDF.`,
  },
})
