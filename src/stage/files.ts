import { createHash } from 'node:crypto'
import path from 'node:path'
import { contentTypeOf } from '../disk/memory-file.ts'
import { readFolder } from '../disk/read-folder.ts'

/** A file with what its answer needs. */
export interface StageFile {
  readonly name: string
  readonly type: string
  readonly body: Buffer
  /** The compressed bodies by their content coding. */
  readonly packed: Readonly<Partial<Record<Coding, Buffer>>>
  /** A weak ETag, as it is the same for all codings. */
  readonly etag: string
  /** A page's Content Security Policy, read from its meta element. */
  readonly policy?: string
}

/** Content codings in order of preference, with the endings of their files. */
export const CODINGS = { br: '.br', gzip: '.gz' } as const
export type Coding = keyof typeof CODINGS

/**
 * Reads all files of a build except dotfiles into memory, by their URL path: `/`, `/en/`, `/hall`,
 * `/assets/….js`. So nothing else can ever be served, and a new build does not disturb a running stage.
 */
export async function loadFiles(folder: string): Promise<Map<string, StageFile>> {
  const read = await readFolder(folder)
  const bytes = new Map(
    read.flatMap(({ name, bytes }) => (path.posix.basename(name).startsWith('.') ? [] : [[name, bytes]])),
  )
  const files = new Map<string, StageFile>()
  for (const [name, body] of bytes) {
    if (Object.values(CODINGS).some((ending) => name.endsWith(ending))) continue
    const packed = Object.fromEntries(
      Object.entries(CODINGS).flatMap(([coding, ending]) => {
        const twin = bytes.get(name + ending)
        return twin === undefined ? [] : [[coding, twin]]
      }),
    )
    files.set(toAddress(name), describeFile({ name, body, packed }))
  }
  return files
}

/** Adds what the answer needs. Throws when the file's type is unknown, or when a page sets no policy. */
export function describeFile({ name, body, packed }: Pick<StageFile, 'name' | 'body' | 'packed'>): StageFile {
  const type = contentTypeOf(name)
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const file = { name, type, body, packed, etag }
  return name.endsWith('.html') ? { ...file, policy: readPolicy(name, body.toString()) } : file
}

/** A page's URL path has no `.html`; an index page's is its folder. */
function toAddress(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`
}

function readPolicy(name: string, page: string): string {
  const policy = page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1]
  if (policy === undefined) throw new Error(`${name}: the page has no Content-Security-Policy`)
  return policy.replaceAll('&#39;', "'")
}
