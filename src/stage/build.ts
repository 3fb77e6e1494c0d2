import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Rolldown } from 'vite'
import deck from '../../slides/deck.ts'
import config from '../../vite.config.ts'
import { html, raw } from '../render/html.ts'
import { outlineDeck } from '../render/outline.ts'
import { composeSite, type Site } from '../site/compose.ts'
import { bundleStyles } from '../site/styles.ts'
import { composeConsole } from './compose-console.ts'
import { MANIFEST, type Manifest } from './manifest.ts'
import { type NamedFile, packFiles } from './pack.ts'
import { ROOT } from './paths.ts'

const FONT_FOLDER = 'assets/'
/** The public build has an entry of its own, in vite.config.ts: nothing of the console can get into it. */
const ENTRIES = { player: 'src/player/main.ts', presenter: 'src/presenter/main.ts' }

export interface BuildOptions {
  /** Replaced as a whole. */
  readonly folder: string
  readonly room: string
  /** Kept in the build, to tell whether it is still up to date. */
  readonly fingerprint: string
}

/** Builds the stage: the followers' and the hall's pages, the console, and what they load. Throws on a faulty deck. */
export async function buildStage({ folder, room, fingerprint }: BuildOptions): Promise<Manifest> {
  const scripts = await bundleScripts()
  const site = await composeSite({
    deck,
    styles: html`<style>${raw(bundleStyles())}</style>`,
    script: scripts.player,
    policy: true,
    fontFolder: FONT_FOLDER,
    live: { room },
  })
  const speaker = await composeConsole({ deck, room, script: scripts.presenter, fontFolder: FONT_FOLDER })
  const files = [
    ...(await packFiles([...scripts.files, ...listFiles(site)])),
    // Not packed: each start writes into its pages, see `fillOrigin`.
    ...listFiles(speaker),
  ]
  const manifest: Manifest = { fingerprint, room, outline: outlineDeck(deck) }
  await rm(folder, { recursive: true, force: true })
  for (const [name, content] of files) await write(path.join(folder, name), content)
  await write(path.join(folder, MANIFEST), JSON.stringify(manifest))
  return manifest
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

interface Scripts {
  /** The entries' file names. */
  readonly player: string
  readonly presenter: string
  readonly files: readonly NamedFile[]
}

/** Bundles the player and the console as the public build does the player, into memory. */
async function bundleScripts(): Promise<Scripts> {
  const output = await build({
    ...config,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [],
    build: { ...config.build, write: false, rolldownOptions: { input: ENTRIES } },
  })
  if (!('output' in output)) throw new Error('the build of the scripts gave no single output')
  const entry = (name: keyof typeof ENTRIES): string => {
    const found = output.output.find((file) => isEntry(file) && file.name === name)
    if (found === undefined) throw new Error(`${ENTRIES[name]} made no entry of the build`)
    return found.fileName
  }
  return {
    player: entry('player'),
    presenter: entry('presenter'),
    files: output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  }
}

function isEntry(file: Rolldown.OutputChunk | Rolldown.OutputAsset): file is Rolldown.OutputChunk {
  return file.type === 'chunk' && file.isEntry
}
