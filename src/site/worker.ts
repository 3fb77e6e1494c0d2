import { createHash } from 'node:crypto'
import { LANGUAGES } from '../deck/language.ts'
import type { MemoryFile } from '../disk/memory-file.ts'
import { MOVED_FILE, PAGE_FOLDERS } from '../page/addresses.ts'

/** Files that work offline: the pages and all they load, without downloads and share pictures. */
const PAGES: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => ['index.html', MOVED_FILE].map((name) => PAGE_FOLDERS[language] + name)),
)

export interface PrecachedFile {
  readonly url: string
  /** Null when the file's name already depends on its content. */
  readonly revision: string | null
  readonly integrity: string
}

/** The files of a talk that its worker keeps, as Workbox wants them. */
export function listPrecached(files: readonly MemoryFile[]): PrecachedFile[] {
  return files
    .filter(({ name }) => PAGES.has(name) || name.startsWith('assets/'))
    .map(({ name, bytes }) => {
      const digest = createHash('sha256').update(bytes).digest('base64')
      const isNamedByContent = name.startsWith('assets/')
      return {
        url: name,
        revision: isNamedByContent ? null : digest.slice(0, 16),
        integrity: `sha256-${digest}`,
      }
    })
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
}

const PLACEHOLDER = '__DECK_FILES__'

/** Writes the list into the worker's code. Throws unless that has the placeholder once. */
export function writePrecached(code: string, files: readonly PrecachedFile[]): string {
  const [before, after, ...more] = code.split(PLACEHOLDER)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`the worker has not one ${PLACEHOLDER}; see src/worker/main.ts`)
  }
  return before + JSON.stringify(files) + after
}

/**
 * Replaces the worker of an earlier build in visitors' browsers, then removes that worker's files and itself.
 * Pages reload, as the version that the old worker served may no longer be whole without it.
 */
export const REMOVAL_WORKER = `addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.endsWith(registration.scope)) await caches.delete(name)
  await registration.unregister()
  for (const page of await clients.matchAll({ type: "window" })) await page.navigate(page.url)
})()))
`
