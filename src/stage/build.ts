import { composeConsole } from '../console/node/compose-console.ts'
import type { Talk } from '../deck/deck.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { writeFolder } from '../disk/write-folder.ts'
import { outlineDeck } from '../page/outline.ts'
import { bundleScript } from '../site/bundle.ts'
import { composeSite, listFiles } from '../site/compose.ts'
import { renderDeckStyles } from '../site/styles.ts'
import { MANIFEST, type Manifest } from './manifest.ts'
import { packFiles } from './pack.ts'

export interface BuildOptions {
  readonly talk: Talk
  /** The build replaces the whole folder. */
  readonly folder: string
  readonly room: string
  /** Whether to include the console and the notes. */
  readonly speaker: boolean
  /** Stored in the build, to tell later whether it is up to date. */
  readonly fingerprint: string
}

/**
 * Builds the stage: the followers' and the hall's pages, with `speaker` the console and the notes, and
 * everything that they load. Throws on a faulty deck.
 */
export async function buildStage({
  talk,
  folder,
  room,
  speaker,
  fingerprint,
}: BuildOptions): Promise<Manifest> {
  const player = await bundleScript({ input: 'src/player/main.ts', live: true })
  const site = await composeSite({
    talk,
    styles: renderDeckStyles(talk.deck),
    script: player.entry,
    policy: true,
    live: { room },
  })
  const files = [
    ...(await packFiles([...player.files, ...listFiles(site)])),
    ...(speaker ? await buildConsole(talk, room) : []),
  ]
  const manifest: Manifest = { fingerprint, talk: talk.folder, room, outline: outlineDeck(talk.deck) }
  // The manifest comes last: without it the build is not complete.
  await writeFolder(folder, [...files, textFile(MANIFEST, JSON.stringify(manifest))])
  return manifest
}

/** A bundle of its own: followers load no part of it, and no chunk is split off to be shared. */
async function buildConsole(talk: Talk, room: string): Promise<MemoryFile[]> {
  const { entry, files } = await bundleScript({ input: 'src/console/browser/main.ts', live: true })
  const console = await composeConsole({ talk, room, script: entry })
  return [
    ...(await packFiles(files)),
    // Not compressed: each start changes the pages (`fillOrigin`), and the notes are short.
    ...listFiles(console),
    ...console.notes,
  ]
}
