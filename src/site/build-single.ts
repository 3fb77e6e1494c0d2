import type { Talk } from '../deck/deck.ts'
import type { MemoryFile } from '../disk/memory-file.ts'
import { bundleText } from './bundle.ts'
import { composeSingle } from './compose-single.ts'
import { readSiteUrl } from './site-url.ts'

/** Builds each language as one HTML file. Throws on a faulty `SITE_URL`. */
export async function buildSingle(talk: Talk): Promise<MemoryFile[]> {
  const siteUrl = readSiteUrl(process.env)
  return composeSingle(talk, await bundleText('src/player/main.ts'), siteUrl)
}
