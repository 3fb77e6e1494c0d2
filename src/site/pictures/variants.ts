import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import type { Talk } from '../../deck/deck.ts'
import { DeckFault } from '../../deck/deck-fault.ts'
import type { SourcePicture } from '../../deck/picture.ts'
import { getOrCreate } from '../../disk/cache.ts'
import { widthInHall } from '../../layouts/picture-place.ts'
import { listPictures } from '../../page/check-pictures.ts'
import { ROOT } from '../../root.ts'
import { cleanSvg } from './clean-svg.ts'
import { ENCODERS, encodeForWeb, encodePlain } from './encode.ts'

/** A picture that the talk shows. */
export interface ShownSource {
  readonly name: string
  readonly source: SourcePicture
  /** From the project's root. */
  readonly file: string
  /** The largest width that it is shown in, in pixels. */
  readonly widest: number
}

/** A picture in one kind and size. */
export interface Variant {
  readonly ending: 'avif' | 'webp' | 'jpg' | 'png' | 'svg'
  /** In pixels. */
  readonly width: number
  readonly bytes: Uint8Array
}

/** No picture is made smaller than a phone shows a portrait, in pixels. */
const LEAST = 320
/** Shares of the largest width that a page chooses from. */
const SHARES = [1 / 3, 2 / 3, 1]

/** The pictures on all slides of a talk, each once. */
export function listShown({ deck, folder, pictures }: Talk): ShownSource[] {
  const shown = new Map<string, ShownSource>()
  for (const placed of listPictures(deck)) {
    const name = placed.picture.file
    const source = pictures.get(name)
    if (source === undefined) throw new Error(`the talk was loaded without its picture ${name}`)
    const widest = Math.min(source.width, Math.max(LEAST, widthInHall(source, placed)))
    const known = shown.get(name)?.widest ?? 0
    const file = `${folder}/pictures/${name}`
    shown.set(name, { name, source, file, widest: Math.max(known, widest) })
  }
  return [...shown.values()]
}

/**
 * A picture in AVIF and WebP, in three widths each; none for a drawing. Throws a DeckFault for a broken file.
 */
export async function makeForWeb(shown: ShownSource): Promise<Variant[]> {
  if (shown.source.kind === 'svg') return []
  const widths = SHARES.map((share) => Math.round(share * shown.widest))
  const packed = await keep(shown, ['web', widths], async (original) => {
    const encoded = await encodeForWeb(original, widths)
    const named = encoded.map(({ ending, width, bytes }) => [`${width}.${ending}`, bytes] as const)
    return zipSync(Object.fromEntries(named), { level: 0 })
  })
  return Object.entries(unzipSync(packed)).map(([name, bytes]) => {
    const ending = name.endsWith('avif') ? 'avif' : 'webp'
    return { ending, width: Number.parseInt(name, 10), bytes }
  })
}

/** The one that every browser and office program can show. Throws a DeckFault for a broken file. */
export async function makePlain(shown: ShownSource): Promise<Variant> {
  const { source, widest: width } = shown
  const { kind, transparent } = source
  if (kind === 'svg') return { ending: 'svg', width, bytes: await readAnd(cleanSvg, shown) }
  const bytes = await keep(shown, ['plain', width], (original) =>
    encodePlain(original, { width, transparent }),
  )
  return { ending: transparent ? 'png' : 'jpg', width, bytes }
}

function keep(shown: ShownSource, recipe: unknown, make: (original: Uint8Array) => Promise<Uint8Array>) {
  return getOrCreate([ENCODERS, shown.source.digest, recipe], () => readAnd(make, shown))
}

async function readAnd<T>(make: (original: Uint8Array) => Promise<T>, { file }: ShownSource): Promise<T> {
  const original = await readFile(path.join(ROOT, file))
  try {
    return await make(original)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DeckFault(`${file} cannot be decoded (${reason}); save it anew.`, { cause: error })
  }
}
