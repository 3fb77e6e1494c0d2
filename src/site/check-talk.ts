import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Deck, Talk } from '../deck/deck.ts'
import { DeckFault } from '../deck/deck-fault.ts'
import { checkDeck } from '../page/check-deck.ts'
import { ROOT } from '../root.ts'

/** Modules of a talk that are not slides. */
const NO_SLIDES = ['deck', 'facts']

/**
 * Checks a deck and returns it as a talk with the files around it. `folder` is the talk's, from the project's
 * root, with forward slashes. Throws one DeckFault that lists every fault.
 */
export async function checkTalk(folder: string, deck: Deck): Promise<Talk> {
  const logos = await readLogos(folder)
  const slideFiles = await listSlideFiles(folder)
  const faults = checkDeck({ folder, deck, slideFiles, logos: [...logos.keys()] })
  if (faults.length > 0) throw new DeckFault(faults.join('\n'))
  return { folder, deck, logos }
}

async function listSlideFiles(folder: string): Promise<string[]> {
  const names = listNames(await readdir(path.join(ROOT, folder)), '.ts')
  return names.filter((name) => !NO_SLIDES.includes(name) && !name.endsWith('.test'))
}

function listNames(files: readonly string[], ending: string): string[] {
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
}

/** Logos are inside the page: they are few and small. A talk may have none. */
async function readLogos(folder: string): Promise<Map<string, string>> {
  const place = path.join(ROOT, folder, 'logos')
  if (!existsSync(place)) return new Map()
  const files = listNames(await readdir(place), '.svg').map(async (name): Promise<[string, string]> => {
    const svg = await readFile(path.join(place, `${name}.svg`), 'base64')
    return [name, `data:image/svg+xml;base64,${svg}`]
  })
  return new Map(await Promise.all(files))
}
