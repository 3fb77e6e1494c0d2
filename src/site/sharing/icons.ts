import { type MemoryFile, textFile } from '../../disk/memory-file.ts'
import { drawIcon } from '../../drawings/icon.ts'
import { rasterise } from './rasterise.ts'

/** The site's icons for browsers, home screens and installed apps, by their paths from the site's root. */
export async function drawIcons(): Promise<MemoryFile[]> {
  const [any, maskable] = [drawIcon(), drawIcon({ maskable: true })]
  const pictures = [
    { name: 'icons/192.png', svg: any, width: 192 },
    { name: 'icons/512.png', svg: any, width: 512 },
    { name: 'icons/maskable.png', svg: maskable, width: 512 },
    // iOS rounds the corners itself and shows transparent pixels as black.
    { name: 'icons/apple-touch.png', svg: maskable, width: 180 },
  ]
  const pngs = pictures.map(async ({ name, svg, width }) => ({
    name,
    bytes: await rasterise(svg, width),
  }))
  return [textFile('icons/any.svg', any), ...(await Promise.all(pngs))]
}
