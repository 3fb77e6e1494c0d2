import { composeConsole } from '../console/node/compose-console.ts'
import type { Talk } from '../deck/deck.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { writeFolder } from '../disk/write-folder.ts'
import { html, raw } from '../markup/html.ts'
import { outlineDeck } from '../page/outline.ts'
import { bundleScript } from '../site/bundle.ts'
import { composeSite, listFiles } from '../site/compose.ts'
import { bundleDeckStyles } from '../site/styles.ts'
import { MANIFEST, type Manifest } from './manifest.ts'
import { packFiles } from './pack.ts'

const FONT_FOLDER = 'assets/'

export interface BuildOptions {
  readonly talk: Talk
  /** Replaced as a whole. */
  readonly folder: string
  readonly room: string
  /** Whether the console and the notes are a part of it. */
  readonly speaker: boolean
  /** Kept in the build, to tell whether it is still up to date. */
  readonly fingerprint: string
}

/**
 * Builds the stage: the followers' and the hall's pages, the console and the notes if it is the speaker's, and what
 * they load. Throws on a faulty deck.
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
    styles: html`<style>${raw(bundleDeckStyles())}</style>`,
    script: player.entry,
    policy: true,
    fontFolder: FONT_FOLDER,
    live: { room },
  })
  const files = [
    ...(await packFiles([...player.files, ...listFiles(site, FONT_FOLDER)])),
    ...(speaker ? await buildConsole(talk, room) : []),
  ]
  const manifest: Manifest = { fingerprint, room, outline: outlineDeck(talk.deck) }
  // The manifest last: without it there is no build.
  await writeFolder(folder, [...files, textFile(MANIFEST, JSON.stringify(manifest))])
  return manifest
}

/** Bundled apart, so that a follower's page loads no part of it, and nothing cut up for the two to share. */
async function buildConsole(talk: Talk, room: string): Promise<MemoryFile[]> {
  const { entry, files } = await bundleScript({ input: 'src/console/browser/main.ts', live: true })
  const console = await composeConsole({ talk, room, script: entry, fontFolder: FONT_FOLDER })
  return [
    ...(await packFiles(files)),
    // Not packed: each start writes into its pages, see `fillOrigin`; the notes are short.
    ...listFiles(console, FONT_FOLDER),
    ...console.notes,
  ]
}
