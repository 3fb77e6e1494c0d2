import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '../../../tests/fixtures/slides/sample/deck.ts'
import { BASE, plain } from '../../../tests/layout-slides.ts'
import type { Talk } from '../../deck/deck.ts'
import type { PictureSlide } from '../../layouts/picture/picture.ts'
import { ROOT } from '../../root.ts'
import { inlinePictures, preparePictures } from './prepare-pictures.ts'
import { readPictures } from './read-pictures.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><script>x()</script><path d="M0 0h9"/></svg>'

let folder = ''
let pictures = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pictures-test-'))
  pictures = path.join(folder, 'pictures')
  await mkdir(pictures)
})
afterAll(() => rm(folder, { recursive: true }))

/** A picture of a size: red above, blue below. */
function draw(width: number, height: number, alpha = 1): Sharp {
  const lower = { create: { width, height: height / 2, channels: 4, background: '#0000ff' } } as const
  const create = { width, height, channels: 4, background: { r: 255, g: 0, b: 0, alpha } } as const
  return sharp({ create }).composite([{ input: lower, gravity: 'south' }])
}

/** A talk that shows these files, each filling a slide. */
async function load(files: Readonly<Record<string, Uint8Array | string>>): Promise<Talk> {
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(pictures, name), bytes)
  const slide = (file: string): PictureSlide => ({
    ...BASE,
    layout: 'picture',
    title: plain('x'),
    place: 'filling',
    picture: { file, alternative: plain('x') },
  })
  const slides = Object.fromEntries(Object.keys(files).map((file, index) => [`s${index}`, slide(file)]))
  const place = path.relative(ROOT, folder)
  const { pictures: found } = await readPictures(place, Object.keys(files))
  return { folder: place, deck: { ...sample, slides }, logos: new Map(), pictures: found }
}

test('a photograph becomes AVIF and WebP in three widths, and one JPEG', async () => {
  const talk = await load({ 'Žalias sodas.JPG': await draw(2100, 1400).jpeg().toBuffer() })
  const { files, at } = await preparePictures(talk)
  const names = files.map(({ name }) => name.replace(/-[0-9a-f]{8}-/, '-#-'))
  expect(names.toSorted()).toEqual(
    ['1280.avif', '1280.webp', '1920.avif', '1920.jpg', '1920.webp', '640.avif', '640.webp'].map(
      (end) => `assets/pictures/zalias-sodas-#-${end}`,
    ),
  )
  for (const { name, bytes } of files) {
    const { width } = await sharp(bytes).metadata()
    expect(name).toContain(`-${width}.`)
  }
  expect(files.filter(({ kept }) => kept).map(({ name }) => name.slice(-9))).toEqual(['1280.webp'])
  const { width, height, src, sources } = at('../a/').get('Žalias sodas.JPG') ?? {}
  expect([width, height]).toEqual([2100, 1400])
  expect(src).toMatch(/^\.\.\/a\/assets\/pictures\/zalias-sodas-.*-1920\.jpg$/)
  expect(sources?.map(({ type }) => type)).toEqual(['image/avif', 'image/webp'])
  expect(sources?.[0]?.srcset.split(', ')).toHaveLength(3)
})

test('names change with the picture alone', async () => {
  const name = async (height: number) => {
    const talk = await load({ 'a.png': await draw(1920, height).removeAlpha().png().toBuffer() })
    return (await preparePictures(talk)).files[0]?.name
  }
  expect(await name(1200)).toBe(await name(1200))
  expect(await name(1200)).not.toBe(await name(1300))
})

test('place and camera are gone, and the picture is turned as the camera was held', async () => {
  const original = await draw(1200, 1920)
    .withExif({
      IFD0: { Make: 'Secret', Model: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 41/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('Secret')
  const talk = await load({ 'a.jpg': original })
  const { files, at } = await preparePictures(talk)
  const { width, height } = at('').get('a.jpg') ?? {}
  expect([width, height]).toEqual([1920, 1200])
  for (const { bytes } of files) {
    const metadata = await sharp(bytes).metadata()
    expect(metadata).not.toHaveProperty('exif')
    expect(metadata.orientation ?? 1).toBe(1)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Secret')
    // What was above is on the right.
    const { data } = await sharp(bytes).removeAlpha().resize(2, 1).raw().toBuffer({ resolveWithObject: true })
    expect(data[0] ?? 0).toBeLessThan(data[3] ?? 0)
  }
})

test('a transparent picture stays so in every kind', async () => {
  const talk = await load({ 'a.webp': await draw(1920, 1080, 0).webp().toBuffer() })
  const { files } = await preparePictures(talk)
  expect(files.map(({ name }) => name.slice(name.lastIndexOf('.')))).toContain('.png')
  for (const { bytes } of files) expect((await sharp(bytes).metadata()).hasAlpha).toBe(true)
})

test('a drawing stays a drawing, without its scripts', async () => {
  const { files, at } = await preparePictures(await load({ 'a.svg': SVG }))
  expect(files.map(({ name, kept }) => [name.slice(-4), kept])).toEqual([['.svg', true]])
  expect(Buffer.from(files[0]?.bytes ?? []).toString()).not.toContain('script')
  expect(at('').get('a.svg')?.sources).toEqual([])
})

test('a page may hold them: a middle WebP on a screen, a JPEG in print', async () => {
  const talk = await load({
    'a.avif': await draw(1920, 1080).removeAlpha().avif({ effort: 0 }).toBuffer(),
    'b.svg': SVG,
  })
  const start = async (use: 'screen' | 'print') => {
    const inlined = await inlinePictures(talk, use)
    return ['a.avif', 'b.svg'].map((name) => inlined.get(name)?.src.split(';')[0])
  }
  expect(await start('screen')).toEqual(['data:image/webp', 'data:image/svg+xml'])
  expect(await start('print')).toEqual(['data:image/jpeg', 'data:image/svg+xml'])
})

test('what is no picture of a known kind is told apart by its bytes, and a missing file is left out', async () => {
  const gif = await draw(8, 8).gif().toBuffer()
  await writeFile(path.join(pictures, 'a.jpg'), gif)
  await writeFile(path.join(pictures, 'b.jpg'), 'words')
  const names = ['a.jpg', 'b.jpg', 'B.JPG', 'none.jpg']
  const { found } = await readPictures(path.relative(ROOT, folder), names)
  expect([...found]).toEqual([
    ['a.jpg', expect.objectContaining({ kind: 'unknown', found: 'gif' })],
    ['b.jpg', expect.objectContaining({ kind: 'unknown', found: 'not a picture, or a broken one' })],
  ])
})

test('a picture that is cut off is a fault that names the file', async () => {
  const whole = await draw(2000, 1300).png().toBuffer()
  const talk = await load({ 'cut.png': whole.subarray(0, whole.length / 2) })
  await expect(preparePictures(talk)).rejects.toThrow(
    /pictures\/cut\.png cannot be decoded \(.+\); save it anew\.$/,
  )
})
