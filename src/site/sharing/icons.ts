import { drawIcon } from '../../drawings/icon.ts'
import { rasterise } from './rasterise.ts'

export interface IconFile {
  /** In the site's folder of icons. */
  readonly fileName: string
  readonly bytes: Uint8Array | string
}

/** The site's icon for all that shows one: browsers, home screens, installed apps. */
export async function drawIcons(): Promise<IconFile[]> {
  const [any, maskable] = [drawIcon(), drawIcon({ maskable: true })]
  const pictures = [
    { fileName: '192.png', svg: any, width: 192 },
    { fileName: '512.png', svg: any, width: 512 },
    { fileName: 'maskable.png', svg: maskable, width: 512 },
    // iOS rounds the corners itself and would show what is transparent as black.
    { fileName: 'apple-touch.png', svg: maskable, width: 180 },
  ]
  const pngs = pictures.map(async ({ fileName, svg, width }) => ({
    fileName,
    bytes: await rasterise(svg, width),
  }))
  return [{ fileName: 'any.svg', bytes: any }, ...(await Promise.all(pngs))]
}
