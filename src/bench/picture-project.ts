import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { ROOT } from '../root.ts'

export const COUNT = 30
/** 12 megapixels. */
const SIZE = { width: 4000, height: 3000 }
const PARTS = ['src', 'assets', 'scripts', 'package.json', 'package-lock.json', 'vite.config.ts']

const both = (text: string) => `{ lt: '${text}', en: '${text}' }`
const bothMarkdown = (text: string) => `{ lt: md\`${text}\`, en: md\`${text}\` }`

/** The fields of a talk's slides, as its author would write them. */
const TALKS: Readonly<Record<string, (id: string) => string>> = {
  photographs: (id) =>
    `layout: 'picture', place: 'filling', picture: { file: '${id}.jpg', alternative: ${both('Noise.')} }`,
  plain: () => `layout: 'list', points: [{ text: ${bothMarkdown('Noise.')} }]`,
}

/** A copy of the project with a talk of photographs after its cover, and the same talk in words. */
export async function makePictureProject(project: string): Promise<void> {
  for (const part of PARTS) await cp(path.join(ROOT, part), path.join(project, part), { recursive: true })
  await symlink(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'), 'dir')
  const ids = Array.from({ length: COUNT }, (_, index) => `s${index}`)
  const slides = path.join(project, 'slides')
  for (const [talk, fieldsOf] of Object.entries(TALKS)) {
    const place = path.join(slides, talk)
    await mkdir(path.join(place, 'pictures'), { recursive: true })
    const write = (id: string, fields: string) =>
      writeFile(
        path.join(place, `${id}.ts`),
        `import { md } from '#deck'
export default { title: ${both(id)}, minutes: 1, notes: ${bothMarkdown('x')}, ${fields} }\n`,
      )
    await write('cover', "layout: 'cover'")
    for (const id of ids) await write(id, fieldsOf(id))
    await writeFile(path.join(place, 'deck.ts'), writeDeck(['cover', ...ids]))
  }
  await writeFile(
    path.join(slides, 'index.ts'),
    `export const TALKS = ['${Object.keys(TALKS).join("', '")}']\n`,
  )
  const grain = await drawNoise(1, 6)
  for (const id of ids)
    await writeFile(path.join(slides, 'photographs', 'pictures', `${id}.jpg`), await makePhotograph(grain))
}

function writeDeck(ids: readonly string[]): string {
  const name = both('Bench')
  return `${ids.map((id) => `import ${id} from './${id}.ts'\n`).join('')}export default {
  brand: 'Bench', association: ${name}, title: ${name}, description: ${name}, author: 'Bench',
  fileName: { lt: 'lt', en: 'en' }, network: { clusters: 8, companies: 8 }, minutes: ${ids.length},
  slides: { ${ids.join(', ')} },
}\n`
}

/** Patches and spots by chance under the same grain: about as hard to encode as a photograph. */
async function makePhotograph(grain: OverlayOptions): Promise<Uint8Array> {
  const [patches, spots] = [await drawNoise(500, 60), await drawNoise(50, 40)]
  return sharp(patches.input, { raw: patches.raw }).composite([spots, grain]).jpeg({ quality: 90 }).toBuffer()
}

/** Noise in spots of so many pixels, to lay over something. */
async function drawNoise(spot: number, sigma: number) {
  const [width, height] = [SIZE.width / spot, SIZE.height / spot]
  const noise = { type: 'gaussian', mean: 128, sigma } as const
  const small = sharp({ create: { width, height, channels: 3, background: '#888', noise } })
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true })
  const input = await sharp(data, { raw: info }).resize(SIZE).raw().toBuffer()
  return { input, raw: { ...SIZE, channels: 3 }, blend: 'overlay' } as const
}
