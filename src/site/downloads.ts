import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { ROOT } from '../root.ts'
import type { Downloads } from './compose.ts'

/** Prints the deck as `npm run pdf` does. Throws when that fails; the process has printed why. */
export async function printDownloads({ folder: talk, deck }: Talk): Promise<Downloads> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-downloads-'))
  try {
    const print = ['scripts/run.js', 'pdf', '--talk', path.basename(talk), '--quiet', '--out', folder]
    const printing = spawn(process.execPath, print, { cwd: ROOT, stdio: 'inherit' })
    const [code] = await once(printing, 'exit')
    if (code !== 0) throw new Error('the PDFs could not be printed; the site was not built')
    const read = async (language: Language) => {
      const name = `${deck.fileName[language]}.pdf`
      return [language, { name, bytes: await readFile(path.join(folder, name)) }] as const
    }
    return Object.fromEntries(await Promise.all(LANGUAGES.map(read)))
  } finally {
    await rm(folder, { recursive: true })
  }
}
