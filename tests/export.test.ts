import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import { useBrowser } from './browser.ts'
import { findDifference, readPicture } from './compare-pictures.ts'
import { copyProject } from './copy-project.ts'
import { listFiles, type Run, runExport } from './export-process.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { openPdf, readPages } from './read-pdf.ts'
import { SOURCE_DATE_EPOCH, shareExport } from './share-export.ts'
import { IDS, LINKS, normalise } from './talk.ts'

const HANDOUTS = {
  lt: 'Miesto-sodu-diena-dalomoji-medziaga.pdf',
  en: 'Garden-City-Day-handout.pdf',
} as const
const pictures = IDS.map((id, index) => `${String(index + 1).padStart(2, '0')}-${id}.png`)
/** What is in no file unless it is asked for: lines of the notes that the slides do not say. */
const notes = LANGUAGES.flatMap((language) =>
  Object.values(deck.slides).map(({ notes }) => normalise(notes[language].markdown.split('\n')[1] ?? '')),
)

const visit = useBrowser()

let folder = ''
/** Where the files of two checkouts are. */
let first = ''
let second = ''
let run: Run
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'export-test-'))
  const checkout = path.join(folder, 'with a longer path, and ž')
  copyProject(checkout)
  second = path.join(checkout, 'out')
  const env = { SOURCE_DATE_EPOCH, SITE_URL: '' }
  ;[first, run] = await Promise.all([shareExport(), runExport({ args: [], env, folder: checkout })])
  expect(run.code, run.stderr).toBe(0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const out = (name: string, from = first) => path.join(from, name)

/** A file's text: a PDF's pages, a presentation's parts, or the file itself. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file)
  if (file.endsWith('.pptx'))
    return normalise(
      Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part).replaceAll('&apos;', "'"))
        .join(' '),
    )
  if (!file.endsWith('.pdf')) return normalise(bytes.toString('utf8'))
  const document = await openPdf(bytes)
  const pages = await readPages(document)
  await document.destroy()
  return normalise(pages.map(({ text }) => text).join(' '))
}

test('one command makes every format in both languages', async () => {
  const wanted = LANGUAGES.flatMap((language) => {
    const name = deck.fileName[language]
    return [
      `${name}.pdf`,
      HANDOUTS[language],
      `${name}.pptx`,
      `${name}.txt`,
      ...pictures.map((picture) => `${name}/${picture}`),
    ]
  })
  expect(await listFiles(second)).toEqual(wanted.sort())
})

test('it says a line as each file begins, then a table of them', () => {
  const begun = run.stderr.trim().split('\n')
  const [head, ...rows] = run.stdout.trim().split('\n')
  expect(begun).toHaveLength(2 * (4 + IDS.length))
  expect(begun.filter((line) => !/^Making out[\\/].+ …$/.test(line))).toEqual([])
  expect(head).toMatch(/^file +pages +size +seconds$/)
  expect(rows).toHaveLength(begun.length)
})

test('two checkouts, in other places and from other times, give the same files, the same bytes, and the same pictures but for smoothed edges', async () => {
  const files = await listFiles(first)
  expect(await listFiles(second)).toEqual(files)
  for (const file of files.filter((name) => !name.endsWith('.png'))) {
    const [one, other] = await Promise.all([readFile(out(file)), readFile(out(file, second))])
    expect(Buffer.compare(one, other), file).toBe(0)
  }
  // A browser that is short of time may smooth the edges in a picture in another way: no more than that.
  const { page } = await visit()
  for (const file of files.filter((name) => name.endsWith('.png'))) {
    const both = await Promise.all([readPicture(out(file)), readPicture(out(file, second))])
    expect(await page.evaluate(findDifference, both), file).toBeLessThan(10)
  }
})

test('no file says where it was made', async () => {
  for (const file of await listFiles(first)) {
    const bytes = await readFile(out(file))
    expect(bytes.includes(inject('project')), file).toBe(false)
  }
})

test('pictures are 1920 × 1080', async () => {
  for (const picture of pictures) {
    expect(readSize(await readFile(out(`${deck.fileName.lt}/${picture}`)))).toEqual([1920, 1080])
  }
})

test('the notes are in no file', async () => {
  for (const file of await listFiles(first)) {
    if (file.endsWith('.png')) continue
    const text = await readText(out(file))
    expect(
      notes.filter((note) => text.includes(note)),
      file,
    ).toEqual([])
  }
})

describe.each(LANGUAGES)('the handout (%s)', (language) => {
  test('is A4, upright, two slides a page, with the association’s name and the page’s number', async () => {
    const document = await openPdf(await readFile(out(HANDOUTS[language])))
    const pages = await readPages(document)
    expect(pages).toHaveLength(5)
    for (const [index, { width, height, text, tags }] of pages.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
      expect(text).toContain(deck.association[language])
      expect(text).toContain(`${index + 1} / 5`)
      expect(tags.filter(({ type }) => /^H\d$/.test(type))).toHaveLength(index < 4 ? 2 : 1)
      // Head and foot are the paper's, not the talk's.
      expect(tags.map((tag) => tag.text).join(' ')).not.toContain(`${index + 1} / 5`)
    }
    await document.destroy()
  })

  test('says that it is the handout, and each of its bookmarks leads to its own slide', async () => {
    const document = await openPdf(await readFile(out(HANDOUTS[language])))
    const { info } = await document.getMetadata()
    const title = { lt: 'Miesto sodų diena – dalomoji medžiaga', en: 'Garden City Day – handout' }[language]
    expect(info).toMatchObject({ Title: title })
    const outline = await document.getOutline()
    expect(outline.map(({ dest }) => dest)).toEqual(IDS)
    const places = await Promise.all(
      IDS.map(async (id) => {
        const [page, fit, top] = (await document.getDestination(id)) ?? []
        return { page: await document.getPageIndex(page), fit: fit.name, top }
      }),
    )
    for (const [index, { page, fit, top }] of places.entries()) {
      expect(page).toBe(Math.floor(index / 2))
      if (index === IDS.length - 1) expect(fit).toBe('Fit')
      else {
        // In tenths of an A4 page: the first slide begins near its top, the second about in its middle.
        expect(fit).toBe('FitH')
        expect(Math.round((10 * top) / 842)).toBe(index % 2 === 0 ? 9 : 5)
      }
    }
    await document.destroy()
  })

  test('has every source in full, and linked', async () => {
    const document = await openPdf(await readFile(out(HANDOUTS[language])))
    const pages = await readPages(document)
    const text = pages.map((page) => page.text.replaceAll(' ', '')).join('')
    for (const link of LINKS.filter((link) => link.includes('europ'))) expect(text).toContain(link)
    expect(new Set(pages.flatMap(({ links }) => links.map(({ url }) => url)))).toEqual(new Set(LINKS))
    await document.destroy()
  })
})

test('--notes puts the notes into handout, PowerPoint and text, and never into the slides', async () => {
  const out = path.join(folder, 'with-notes')
  const args = ['--notes', '--lang', 'lt', '--format', 'pdf,handout,pptx,txt', '--quiet', '--out', out]
  expect(await runExport({ args })).toEqual({ code: 0, stdout: '', stderr: '' })
  const own = notes.slice(0, IDS.length)
  for (const file of await listFiles(out)) {
    const text = await readText(path.join(out, file))
    expect(
      own.filter((note) => text.includes(note)),
      file,
    ).toEqual(file === `${deck.fileName.lt}.pdf` ? [] : own)
  }
})

test('some slides, every step, half as large', async () => {
  const out = path.join(folder, 'some')
  const args = '--lang en --format pdf,png,txt --slides 1-2,zygis --steps all --scale 0.5 --out'.split(' ')
  const { code, stderr } = await runExport({ args: [...args, out] })
  expect(code, stderr).toBe(0)
  const steps = ['01-pradzia-0', '02-sodai-0', '02-sodai-1', '02-sodai-2']
  steps.push(...[0, 1, 2, 3].map((step) => `08-zygis-${step}`))
  expect(await listFiles(out)).toEqual(
    [
      ...steps.map((step) => `Garden-City-Day/${step}.png`),
      'Garden-City-Day.pdf',
      'Garden-City-Day.txt',
    ].sort(),
  )
  expect(readSize(await readFile(path.join(out, 'Garden-City-Day', '08-zygis-3.png')))).toEqual([960, 540])
  const document = await openPdf(await readFile(path.join(out, 'Garden-City-Day.pdf')))
  const labels = ['1.0', '2.0', '2.1', '2.2', '8.0', '8.1', '8.2', '8.3']
  expect(await document.getPageLabels()).toEqual(labels)
  await document.destroy()
})

/** A PNG's width and height. */
function readSize(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
