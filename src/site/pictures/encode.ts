import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SourcePicture, UnknownPicture } from '../../deck/picture.ts'
import { ROOT } from '../../root.ts'

/** What sharp calls the kinds that are taken. It reads AVIF as HEIF. */
const KINDS = { jpeg: 'jpeg', png: 'png', webp: 'webp', heif: 'avif', svg: 'svg' } as const

/** Efforts so small that thirty large photographs take seconds. AVIF's next ones take longer for no fewer bytes. */
const AVIF = { quality: 55, effort: 0 } as const
const WEBP = { quality: 78, effort: 2 } as const
const JPEG = { quality: 82 } as const

const { version }: { version: string } = JSON.parse(
  readFileSync(path.join(ROOT, 'node_modules/sharp/package.json'), 'utf8'),
)
/** Part of the key of what is kept: another encoder or setting gives other bytes. */
export const ENCODERS: readonly unknown[] = [version, AVIF, WEBP, JPEG]

/** A picture in one kind and width. */
export interface Encoded {
  readonly ending: 'avif' | 'webp' | 'jpg' | 'png'
  readonly width: number
  readonly bytes: Uint8Array
}

/** Loaded only when a picture must be looked at: loading takes longer than a small build. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // Pictures are encoded side by side, each by one core.
  sharp.concurrency(1)
  return sharp
}

/** Finds kind and size, without decoding the picture. */
export async function describePicture(
  bytes: Uint8Array,
): Promise<Omit<SourcePicture, 'digest'> | UnknownPicture> {
  const sharp = await loadSharp()
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (metadata === undefined) return { kind: 'unknown', found: 'not a picture, or a broken one' }
  const { format, compression, hasAlpha: transparent, autoOrient } = metadata
  const kind = Object.entries(KINDS).find(([name]) => name === format)?.[1]
  if (kind === undefined || (kind === 'avif' && compression !== 'av1'))
    return { kind: 'unknown', found: compression ?? format }
  return { kind, width: autoOrient.width, height: autoOrient.height, transparent }
}

/**
 * AVIF and WebP in each of the widths, in pixels, the smallest first. Turned as the camera was held, in sRGB,
 * and without anything else that the original says of itself. Throws when it cannot be decoded.
 */
export async function encodeForWeb(bytes: Uint8Array, widths: readonly number[]): Promise<Encoded[]> {
  const sharp = await loadSharp()
  // Decoded once, as large as it is needed.
  const { data, info } = await sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize({ width: Math.max(...widths) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const encoded: Encoded[] = []
  for (const width of widths) {
    const resized = sharp(data, { raw }).resize({ width })
    encoded.push(
      { ending: 'avif', width, bytes: await resized.clone().avif(AVIF).toBuffer() },
      { ending: 'webp', width, bytes: await resized.clone().webp(WEBP).toBuffer() },
    )
  }
  return encoded
}

/**
 * The same as one JPEG, or as a PNG when it is transparent: for every browser, for print and for office
 * files.
 */
export async function encodePlain(
  bytes: Uint8Array,
  { width, transparent }: { readonly width: number; readonly transparent: boolean },
): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const resized = sharp(bytes, { failOn: 'error' }).autoOrient().resize({ width })
  return transparent ? resized.png().toBuffer() : resized.jpeg(JPEG).toBuffer()
}
