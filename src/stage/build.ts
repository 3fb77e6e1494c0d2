import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Rolldown } from 'vite'
import config from '../../vite.config.ts'
import { composeConsole } from '../console/node/compose-console.ts'
import type { Talk } from '../deck/deck.ts'
import { html, raw } from '../markup/html.ts'
import { outlineDeck } from '../page/outline.ts'
import { ROOT } from '../root.ts'
import { composeSite, type Site } from '../site/compose.ts'
import { bundleDeckStyles } from '../site/styles.ts'
import { MANIFEST, type Manifest } from './manifest.ts'
import { type NamedFile, packFiles } from './pack.ts'

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
 * Builds the stage: the followers' and the hall's pages, the console and the notes unless they are for an edge, and
 * what they load. Throws on a faulty deck.
 */
export async function buildStage({
  talk,
  folder,
  room,
  speaker,
  fingerprint,
}: BuildOptions): Promise<Manifest> {
  const player = await bundle('src/player/main.ts')
  const site = await composeSite({
    talk,
    styles: html`<style>${raw(bundleDeckStyles())}</style>`,
    script: player.entry,
    policy: true,
    fontFolder: FONT_FOLDER,
    live: { room },
  })
  const files = [
    ...(await packFiles([...player.files, ...listFiles(site)])),
    ...(speaker ? await makeConsole(talk, room) : []),
  ]
  const manifest: Manifest = { fingerprint, room, outline: outlineDeck(talk.deck) }
  await rm(folder, { recursive: true, force: true })
  for (const [name, content] of files) await write(path.join(folder, name), content)
  await write(path.join(folder, MANIFEST), JSON.stringify(manifest))
  return manifest
}

/** Bundled apart, so that a follower's page loads no part of it, and nothing cut up for the two to share. */
async function makeConsole(talk: Talk, room: string): Promise<NamedFile[]> {
  const { entry, files } = await bundle('src/console/browser/main.ts')
  const console = await composeConsole({ talk, room, script: entry, fontFolder: FONT_FOLDER })
  return [
    ...(await packFiles(files)),
    // Not packed: each start writes into its pages, see `fillOrigin`; the notes are short.
    ...listFiles(console),
    ...console.notes.map(({ fileName, json }): NamedFile => [fileName, json]),
  ]
}

function listFiles({ pages, fonts }: Site): NamedFile[] {
  return [
    ...pages.map(({ fileName, html }): NamedFile => [fileName, html]),
    ...fonts.map(({ fileName, bytes }): NamedFile => [FONT_FOLDER + fileName, bytes]),
  ]
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}

/** Bundles an entry as the public build does the player, into memory. */
async function bundle(input: string): Promise<{ entry: string; files: readonly NamedFile[] }> {
  const output = await build({
    ...config,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [],
    define: { __LIVE__: 'true' },
    build: { ...config.build, write: false, rolldownOptions: { input } },
  })
  if (!('output' in output)) throw new Error(`the build of ${input} gave no single output`)
  const entry = output.output.find(isEntry)
  if (entry === undefined) throw new Error(`${input} made no entry of the build`)
  return {
    entry: entry.fileName,
    files: output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  }
}

function isEntry(file: Rolldown.OutputChunk | Rolldown.OutputAsset): file is Rolldown.OutputChunk {
  return file.type === 'chunk' && file.isEntry
}
