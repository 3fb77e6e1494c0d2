import { createHash } from 'node:crypto'
import type { Talk } from '../../deck/deck.ts'
import type { Pictures, PreparedPicture } from '../../deck/picture.ts'
import { contentTypeOf, type MemoryFile } from '../../disk/memory-file.ts'
import { ASSETS_FOLDER } from '../../page/addresses.ts'
import { ENCODERS } from './encode.ts'
import { mapInTurns } from './map-in-turns.ts'
import { listShown, makeForWeb, makePlain, type ShownSource, type Variant } from './variants.ts'

/** A talk's pictures as files of a site. */
export interface SitePictures {
  /** Named by their content, from the talk's folder. */
  readonly files: readonly SitePicture[]
  /** What a page shows; `root` leads from it to the talk's folder, and ends with a slash. */
  at(root: string): Pictures
}

export interface SitePicture extends MemoryFile {
  /** Whether it stands for all others of its picture where there is no network. */
  readonly kept: boolean
}

type Named = SitePicture & Variant

/** Makes the pictures for a site, or takes them from the cache. Throws a DeckFault for a broken one. */
export async function preparePictures(talk: Talk): Promise<SitePictures> {
  const all = await mapInTurns(listShown(talk), async (shown) => {
    const [web, plain] = [await makeForWeb(shown), await makePlain(shown)]
    const [namedPlain, ...named] = nameByContent(shown, [plain, ...web])
    return { shown, plain: namedPlain, web: named }
  })
  return {
    files: all.flatMap(({ plain, web }) => [plain, ...web]),
    at: (root) => new Map(all.map((one) => [one.shown.name, address(one, root)])),
  }
}

interface Prepared {
  readonly shown: ShownSource
  readonly plain: Named
  readonly web: readonly Named[]
}

function address({ shown: { source }, plain, web }: Prepared, root: string): PreparedPicture {
  const endings = [...new Set(web.map(({ ending }) => ending))]
  return {
    width: source.width,
    height: source.height,
    src: root + plain.name,
    sources: endings.map((ending) => ({
      type: contentTypeOf(`.${ending}`),
      srcset: web
        .filter((one) => one.ending === ending)
        .map(({ name, width }) => `${root}${name} ${width}w`)
        .join(', '),
    })),
  }
}

/**
 * Names that differ only in their last part, and change with the original and with how it is made. The middle
 * WebP is kept: every browser can show it.
 */
function nameByContent(
  { name: original, source, widest }: ShownSource,
  variants: readonly [Variant, ...Variant[]],
): [Named, ...Named[]] {
  const hash = createHash('sha256').update(JSON.stringify([ENCODERS, source.digest, widest]))
  for (const { ending, bytes } of variants) if (ending === 'svg') hash.update(bytes)
  const digest = hash.digest('hex').slice(0, 8)
  const letters = original
    .replace(/\.\w+$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  const word = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const middle = variants.filter(({ ending }) => ending === 'webp')[1]
  const name = (variant: Variant): Named => ({
    ...variant,
    name: `${ASSETS_FOLDER}pictures/${word}-${digest}-${variant.width}.${variant.ending}`,
    kept: variant === middle || variant.ending === 'svg',
  })
  const [first, ...others] = variants
  return [name(first), ...others.map(name)]
}

/**
 * The pictures as data inside the page, each in one size: for a screen a middle one, for print and office
 * files one of 144 dots an inch on a page. Throws a DeckFault for a broken one.
 */
export async function inlinePictures(talk: Talk, use: 'screen' | 'print'): Promise<Pictures> {
  const inlined = await mapInTurns(listShown(talk), async (shown) => {
    const web = use === 'screen' ? await makeForWeb(shown) : []
    const middle = web.filter(({ ending }) => ending === 'webp')[1]
    const { ending, bytes } = middle ?? (await makePlain(shown))
    const { width, height } = shown.source
    const src = `data:${contentTypeOf(`.${ending}`)};base64,${Buffer.from(bytes).toString('base64')}`
    return [shown.name, { width, height, src, sources: [] }] as const
  })
  return new Map(inlined)
}
