import path from 'node:path'
import type { Talk } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { PAGE_FOLDERS } from '../page/addresses.ts'
import { type Bundle, bundleScript, bundleText } from './bundle.ts'
import { type ComposeOptions, composeSite, type Downloads, listFiles, type Site } from './compose.ts'
import { renderSharePages } from './share-pages.ts'
import { drawIcons } from './sharing/icons.ts'
import { drawSharePictures } from './sharing/pictures.ts'
import { renderDeckStyles } from './styles.ts'
import { renderWebManifest } from './web-manifest.ts'
import { listPrecached, REMOVAL_WORKER, writePrecached } from './worker.ts'

/** In the talk's folder, as a worker controls only its own. Its name must never change. */
export const WORKER = 'worker.js'

/** A talk as the site has it. */
export interface PublishedTalk extends Talk {
  /** The files that visitors may download. */
  readonly downloads?: Downloads | undefined
}

/** What is the same in every talk's folder. */
export interface SharedParts {
  readonly player: Bundle
  readonly icons: readonly MemoryFile[]
  /** The worker without its list of files; without it, a worker of an earlier build removes itself. */
  readonly worker: string | undefined
}

export async function makeSharedParts(offline: boolean): Promise<SharedParts> {
  const player = await bundleScript({ input: 'src/player/main.ts' })
  const icons = await drawIcons()
  return { player, icons, worker: offline ? await bundleText('src/worker/main.ts') : undefined }
}

export interface TalkOptions extends Pick<ComposeOptions, 'siteUrl' | 'hasOthers' | 'otherPages'> {
  readonly talk: PublishedTalk
  /** The talk's folder, from the site's root: empty for the root itself, or `name/`. */
  readonly place: string
  readonly parts: SharedParts
  /** Other files of the talk's folder; a worker keeps what its pages load. */
  readonly otherFiles?: readonly MemoryFile[]
}

export interface BuiltTalk extends Site {
  /** Named from the site's root. */
  readonly files: readonly MemoryFile[]
  /** The slides' share pictures, named from the talk's folder. */
  readonly sharePictures: readonly MemoryFile[]
}

/**
 * All files of one talk. Its folder has all that its pages load, so that each talk is kept, and comes and goes, alone.
 * Downloads are at the site's root: their names differ, so their addresses stay wherever the talk is.
 */
export async function buildTalk(options: TalkOptions): Promise<BuiltTalk> {
  const { talk, place, parts, otherFiles = [] } = options
  const { deck, downloads = {} } = talk
  const siteUrl = options.siteUrl && options.siteUrl + place
  const [site, sharePictures] = await Promise.all([
    composeSite({
      ...options,
      styles: renderDeckStyles(deck),
      script: parts.player.entry,
      policy: true,
      siteUrl,
      siteRoot: place === '' ? '' : '../',
      worker: parts.worker && WORKER,
      downloads,
    }),
    siteUrl === undefined ? [] : drawSharePictures(deck),
  ])
  const files = [
    ...parts.player.files,
    ...listFiles(site),
    ...parts.icons,
    ...LANGUAGES.map((language) =>
      textFile(`${PAGE_FOLDERS[language]}manifest.webmanifest`, renderWebManifest(deck, language)),
    ),
    ...otherFiles,
    ...sharePictures,
    ...(siteUrl === undefined ? [] : renderSharePages(deck, siteUrl, { from: '', to: '' })),
  ]
  const online = new Set(site.pictures.filter(({ kept }) => !kept).map(({ name }) => name))
  const kept = files.filter(({ name }) => !online.has(name))
  const worker =
    parts.worker === undefined ? REMOVAL_WORKER : writePrecached(parts.worker, listPrecached(kept))
  return {
    ...site,
    sharePictures,
    files: [
      ...[...files, textFile(WORKER, worker)].map((file) => ({ ...file, name: place + file.name })),
      ...Object.values(downloads),
    ],
  }
}

/** The talk's name, its folder in `slides/`. */
export function nameOf({ folder }: Pick<Talk, 'folder'>): string {
  return path.posix.basename(folder)
}
