import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentTypeOf } from '../disk/memory-file.ts'

/** A file as it is answered with. */
export interface StageFile {
  readonly name: string
  readonly type: string
  readonly body: Buffer
  /** The same, compressed, by the name of its coding. */
  readonly packed: Readonly<Partial<Record<Coding, Buffer>>>
  /** Weak, as it stands for all codings. */
  readonly etag: string
  /** What a page lets load, read off the page itself. */
  readonly policy?: string
}

/** Codings by preference, with the endings of their files. */
export const CODINGS = { br: '.br', gzip: '.gz' } as const
export type Coding = keyof typeof CODINGS

/**
 * Reads all files of a build but those with a dot in front, by their path in addresses: `/`, `/en/`, `/hall`,
 * `/assets/….js`. From memory nothing else can ever be served, and a build meanwhile disturbs nobody.
 */
export async function loadFiles(folder: string): Promise<Map<string, StageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  const bytes = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
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

/** What is answered with a file. Throws when its type is unknown, or it is a page that sets itself no policy. */
export function describeFile({ name, body, packed }: Pick<StageFile, 'name' | 'body' | 'packed'>): StageFile {
  const type = contentTypeOf(name)
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const file = { name, type, body, packed, etag }
  return name.endsWith('.html') ? { ...file, policy: readPolicy(name, body.toString()) } : file
}

/** A page's address has no ending; an index's is its folder. */
function toAddress(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`
}

function readPolicy(name: string, page: string): string {
  const policy = page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1]
  if (policy === undefined) throw new Error(`${name}: the page sets itself no Content-Security-Policy`)
  return policy.replaceAll('&#39;', "'")
}
