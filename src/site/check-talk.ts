import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { CheckedTalk, Deck } from '../deck/deck.ts'
import { DeckFault } from '../deck/deck-fault.ts'
import { readFolder } from '../disk/read-folder.ts'
import { checkDeck } from '../page/check-deck.ts'
import { checkPictures, listPictures } from '../page/check-pictures.ts'
import { ROOT } from '../root.ts'
import { checkLetters } from './check-letters.ts'
import { readPictures } from './pictures/read-pictures.ts'

/** Modules of a talk that are not slides. */
const NO_SLIDES = ['deck', 'facts']

/**
 * Checks a deck and returns it as a talk with the files around it. `folder` is the talk's, from the project's
 * root, with forward slashes. Throws one DeckFault that lists every fault.
 */
export async function checkTalk(folder: string, deck: Deck): Promise<CheckedTalk> {
  const logos = await readLogos(folder)
  const slideFiles = await listSlideFiles(folder)
  const shown = listPictures(deck).map(({ picture }) => picture.file)
  const { files, found, pictures } = await readPictures(folder, shown)
  const letters = await checkLetters(folder, deck)
  const faults = [
    ...checkDeck({ folder, deck, slideFiles, logos: [...logos.keys()] }),
    ...checkPictures({ folder, deck, files, pictures: found }),
    ...letters.faults,
  ]
  if (faults.length > 0) throw new DeckFault(faults.join('\n'))
  return { folder, deck, logos, pictures, substituted: letters.substituted }
}

async function listSlideFiles(folder: string): Promise<string[]> {
  const modules = (await readdir(path.join(ROOT, folder))).filter((name) => /(?<!\.test)\.ts$/.test(name))
  return modules.map((name) => name.slice(0, -'.ts'.length)).filter((name) => !NO_SLIDES.includes(name))
}

/** Logos are inside the page: they are few and small. A talk may have none. */
async function readLogos(folder: string): Promise<Map<string, string>> {
  const place = path.join(ROOT, folder, 'logos')
  if (!existsSync(place)) return new Map()
  const files = (await readFolder(place)).filter(({ name }) => name.endsWith('.svg'))
  return new Map(
    files.map(({ name, bytes }) => [
      name.slice(0, -'.svg'.length),
      `data:image/svg+xml;base64,${bytes.toString('base64')}`,
    ]),
  )
}
