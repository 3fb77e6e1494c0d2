import { expect, test } from 'vitest'
import { makeFiles } from '../src/files/make-files.ts'
import { startBrowser } from './browser.ts'
import { openPdf, readPages } from './read-pdf.ts'
import { SAMPLE } from './sample-talk.ts'

/** Where the foot of an A4 page begins, in points from its lower edge. */
const FOOT = 40
const CUES = Array.from(
  { length: 60 },
  (_, index) => `Cue ${index}. ${'A sentence of **words** that one says.'.repeat(index % 9)}`,
)

test('the handout has every cue of long notes within its pages, and the slides after them as before', async () => {
  const { deck } = SAMPLE
  const { bendrija } = deck.slides
  if (bendrija === undefined) throw new Error('the sample talk has no slide "bendrija"')
  const notes = { lt: { markdown: 'Trumpai.' }, en: { markdown: CUES.join('\n') } }
  const slides = { ...deck.slides, bendrija: { ...bendrija, notes } }
  const files: Uint8Array[] = []
  await makeFiles({
    talk: { ...SAMPLE, deck: { ...deck, slides } },
    wanted: {
      languages: ['en'],
      formats: ['handout'],
      slides: ['sodai', 'bendrija', 'taryba', 'zygis'],
      steps: 'last',
      scale: 1,
      notes: true,
    },
    browser: startBrowser(),
    onStart() {},
    onFile: ({ bytes }) => files.push(bytes),
  })
  const document = await openPdf(files[0] ?? new Uint8Array())
  const pages = await readPages(document)
  const text = pages.map((page) => page.text).join(' ')
  expect(CUES.filter((_, index) => !text.includes(`Cue ${index}.`))).toEqual([])
  // Pages of notes have no slide.
  expect(pages.map(({ headings }) => headings.length)).toEqual([1, 1, 0, 0, 0, 2])
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const heights = items.flatMap((item) =>
      'str' in item && item.str.length > 20 ? [item.transform[5]] : [],
    )
    expect(Math.min(...heights), `page ${number}`).toBeGreaterThan(FOOT)
  }
  await document.destroy()
})
