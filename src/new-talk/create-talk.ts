import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../cli/usage-error.ts'
import type { Deck } from '../deck/deck.ts'
import { checkTalkName } from '../deck/talk-name.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { readFolder } from '../disk/read-folder.ts'
import { writeFolder } from '../disk/write-folder.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { ROOT } from '../root.ts'
import { addToIndex } from './add-to-index.ts'

const TEMPLATE = path.join(ROOT, 'src/new-talk/template')

export interface NewTalk {
  /** The talk's name: its folder in `slides/`, and on the site. */
  readonly name: string
  /** The deck that the new one takes brand, association and network from. */
  readonly like: Pick<Deck, 'brand' | 'association' | 'network'>
  /** Ids of the other talks' slides. A slide that would have one gets the talk's name too, as it does in addresses. */
  readonly taken: ReadonlySet<string>
  /** The folder of the talks. */
  readonly slides: string
}

/**
 * Makes a talk that runs, with what is to fill in marked, and adds it to the list of talks. Returns its folder. Throws a
 * UsageError for a name that cannot be taken.
 */
export async function createTalk({ name, like, taken, slides }: NewTalk): Promise<string> {
  const fault = checkTalkName(name)
  if (fault !== undefined) throw new UsageError(fault)
  const folder = path.join(slides, name)
  if (existsSync(folder)) {
    throw new UsageError(`${folder} is there already; take another name, or delete that folder first.`)
  }
  const index = path.join(slides, 'index.ts')
  const listed = addToIndex(readFileSync(index, 'utf8'), name)
  const template = await readFolder(TEMPLATE)
  const ids = template.map((file) => path.parse(file.name).name).filter((id) => taken.has(id))
  const files: readonly MemoryFile[] = template.map((file) =>
    file.name === 'deck.ts' ? fillIn(file, name, like) : file,
  )
  await writeFolder(
    folder,
    ids.reduce((renamed, id) => renameSlide(renamed, id, `${id}-${name}`), files),
  )
  writeWhole(index, Buffer.from(listed))
  return folder
}

function fillIn(
  file: MemoryFile,
  name: string,
  { brand, association, network }: NewTalk['like'],
): MemoryFile {
  const values = [
    ['{brand}', brand],
    ['{association.lt}', association.lt],
    ['{association.en}', association.en],
    ['{name}', name],
    ['clusters: 8', `clusters: ${network.clusters}`],
    ['companies: 8', `companies: ${network.companies}`],
  ] as const
  const text = values.reduce(
    (filled, [place, value]) => filled.replaceAll(place, () => value.replaceAll(/['\\]/g, '\\$&')),
    new TextDecoder().decode(file.bytes),
  )
  return textFile(file.name, text)
}

/** Gives a slide another id: its file's name, and its import and its line in the running order. */
function renameSlide(files: readonly MemoryFile[], from: string, to: string): MemoryFile[] {
  const line = new RegExp(`^ {4}'?${from}'?(?:: (\\w+))?,$`, 'm')
  return files.map((file) => {
    if (file.name === `${from}.ts`) return { ...file, name: `${to}.ts` }
    if (file.name !== 'deck.ts') return file
    const text = new TextDecoder()
      .decode(file.bytes)
      .replace(`'./${from}.ts'`, `'./${to}.ts'`)
      .replace(line, (_, variable = from) => `    '${to}': ${variable},`)
    return textFile(file.name, text)
  })
}
