import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from './read-pdf.ts'
import { normalise } from './talk.ts'

/** A file's text: a PDF's pages, those parts of a presentation that the pattern names, or the file itself. */
export async function readText(file: string, parts = /./): Promise<string> {
  const bytes = await readFile(file)
  if (file.endsWith('.pptx')) {
    const found = Object.entries(unzipSync(bytes)).filter(([name]) => parts.test(name))
    return normalise(found.map(([, part]) => strFromU8(part).replaceAll('&apos;', "'")).join(' '))
  }
  if (!file.endsWith('.pdf')) return normalise(bytes.toString('utf8'))
  return normalise((await readPdf(bytes)).map(({ text }) => text).join(' '))
}
