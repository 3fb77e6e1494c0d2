import { defineSlide, md } from '#deck'

export default defineSlide({
  layout: 'plates',
  title: { lt: 'Kur atsiveria', en: 'Where it opens' },
  members: [
    { id: 'chrome', name: md`**Chrome**` },
    { id: 'edge', name: md`**Edge**` },
    { id: 'firefox', name: md`**Firefox**` },
    { id: 'safari', name: md`**Safari**` },
    { id: 'powerpoint', name: md`**PowerPoint**` },
    { id: 'libreoffice', name: md`**LibreOffice** Impress` },
    { id: 'acrobat', name: md`**Adobe** Acrobat` },
  ],
  minutes: 0.5,
  notes: {
    lt: md`Keturios naršyklės rodo puslapį, dvi programos – PowerPoint failą, viena – PDF.`,
    en: md`Four browsers show the page, two programs the PowerPoint file, one the PDF.`,
  },
})
