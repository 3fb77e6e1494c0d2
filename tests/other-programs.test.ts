import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../src/deck/language.ts'
import { useBrowser } from './browser.ts'
import { findDifference, readPicture } from './compare-pictures.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { findInstallCommand } from './programs.ts'
import { shareExport } from './share-export.ts'
import { IDS, normalise, readTalk, TITLES } from './talk.ts'

const missing = findInstallCommand(['qpdf', 'pdfinfo'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)
const run = promisify(execFile)
const visit = useBrowser()

let exported = ''
/** What is made of the files. */
let folder = ''
beforeAll(async () => {
  if (missing !== undefined) return
  exported = (await shareExport()).folder
  folder = await mkdtemp(path.join(tmpdir(), 'other-programs-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = (name: string) => path.join(exported, name)
const HANDOUTS = { lt: 'Miesto-sodu-diena-dalomoji-medziaga', en: 'Garden-City-Day-handout' } as const

/** The lines of a PDF, as Poppler finds them. */
async function readLines(name: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-bbox-layout', file(name), '-'])
  return [...stdout.matchAll(/<line .*?<\/line>/gs)].map(([line]) =>
    [...line.matchAll(/<word [^>]*>(.*?)<\/word>/g)].map(([, word]) => word).join(' '),
  )
}

const wordsOf = (text: string, language: Language) =>
  text
    .toLocaleLowerCase(language)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

describe.skipIf(missing !== undefined).each(LANGUAGES)(
  'what other programs make of the files (%s)',
  (language) => {
    const slides = `${deck.fileName[language]}.pdf`
    const pdfs = [slides, `${HANDOUTS[language]}.pdf`]

    test.each(pdfs)('qpdf finds nothing wrong in %s', async (name) => {
      const { stdout, stderr } = await run('qpdf', ['--check', file(name)])
      expect(stderr).toBe('')
      expect(stdout).toMatch(/^PDF Version: 1\.7$/m)
      expect(stdout).toContain('No syntax or stream encoding errors found')
      expect(stdout).not.toContain('WARNING')
    })

    test.each(pdfs)(
      'Poppler reads every slide’s text in the structure of %s, in order, words apart',
      async (name) => {
        const { stdout, stderr } = await run('pdfinfo', ['-struct-text', file(name)])
        expect(stderr).toBe('')
        const sections = stdout.split(/^ {2}Sect/m).slice(1)
        expect(sections).toHaveLength(TITLES[language].length)
        for (const [index, talk] of readTalk(language).entries()) {
          const lines = [...(sections[index] ?? '').matchAll(/^ +"(.*)"$/gm)].map(([, text]) => text ?? '')
          const text = normalise(lines.join(' '))
          expect(text).toContain(TITLES[language][index])
          // A word that has grown together with its neighbour is none of these.
          const words = new Set(wordsOf(text, language))
          expect(wordsOf(talk, language).filter((word) => !words.has(word))).toEqual([])
        }
      },
    )

    test('the handout breaks lines where the slides do', async () => {
      const [large = [], small] = await Promise.all(pdfs.map(readLines))
      expect(large.length).toBeGreaterThan(60)
      expect(large.filter((line) => !small?.includes(line))).toEqual([])
    })

    test('Poppler shows every page as the browser shows the slide', async () => {
      const size = ['-scale-to-x', '960', '-scale-to-y', '540']
      await run('pdftoppm', ['-png', ...size, file(slides), path.join(folder, language)])
      const { page } = await visit()
      for (const [index, id] of IDS.entries()) {
        const picture = file(`${deck.fileName[language]}/0${index + 1}-${id}.png`)
        const pictures = await Promise.all(
          [picture, path.join(folder, `${language}-${index + 1}.png`)].map(readPicture),
        )
        // Of 255. Another program smooths and places letters differently; a missing letter differs far more.
        expect(await page.evaluate(findDifference, pictures), id).toBeLessThan(60)
      }
    })
  },
)
