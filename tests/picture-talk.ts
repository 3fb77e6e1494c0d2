import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { Talk } from '../src/deck/deck.ts'
import { md } from '../src/deck/markdown.ts'
import type { Slide } from '../src/layouts/index.ts'
import type { PictureSlide } from '../src/layouts/picture/picture.ts'
import { ROOT } from '../src/root.ts'
import { readPictures } from '../src/site/pictures/read-pictures.ts'
import sample from './fixtures/slides/sample/deck.ts'

const STRANGE = `<script>alert("&")</script> „A“ & 'B'`
/** Forty letters, without a place to break. */
const WORD = 'Nebeprisikiškiakopūsteliaudavusiajamejum'

const both = (text: string) => ({ lt: text, en: text })
const words = (text: string) => ({ lt: md`${text}`, en: md`${text}` })
const base = { minutes: 1, notes: words('x') }

function show(file: string, fields: Partial<PictureSlide>, caption?: string): PictureSlide {
  const picture = { file, alternative: both(`The picture ${file}`) }
  return {
    ...base,
    layout: 'picture',
    title: both('Title'),
    place: 'right',
    picture: { ...picture, ...(caption && { caption: both(caption), credit: both(STRANGE) }) },
    ...fields,
  }
}

const focused = { file: 'wide.jpg', alternative: both('The picture wide.jpg'), focus: { x: 10, y: 90 } }

/** Photographs in places of another shape, and what is hardest to set beside them. */
export const PICTURE_SLIDES: Readonly<Record<string, Slide>> = {
  'wide-filling': show('wide.jpg', { place: 'filling', text: [words('Some **words** on it')] }, 'A caption'),
  'upright-filling': show('upright.jpg', { place: 'filling', title: both(STRANGE) }, STRANGE),
  'wide-beside': show('wide.jpg', { place: 'left', text: [words('Beside'), words('it')], picture: focused }),
  'upright-beside': show('upright.jpg', { title: both(WORD) }, 'A caption'),
  'wide-whole': show('wide.jpg', { place: 'left', whole: true }, 'A caption'),
  'upright-whole': show('upright.jpg', { whole: true, text: [words(STRANGE)] }),
  'drawing-whole': show('drawing.svg', { whole: true }),
  people: {
    ...base,
    layout: 'people',
    title: both('People'),
    people: [
      { name: 'Ona', role: both('a gardener'), portrait: { file: 'upright.jpg', focus: { x: 50, y: 20 } } },
      { name: 'Jonas', role: both('a gardener') },
    ],
  },
}

/** A talk with pictures; the caller removes its folder, which is from the project's root. */
export async function makePictureTalk(): Promise<Talk> {
  const made = await mkdtemp(path.join(tmpdir(), 'picture-talk-'))
  const place = path.join(made, 'pictures')
  await mkdir(place)
  const files: Record<string, Uint8Array> = {
    'wide.jpg': await drawNoise(2000, 1320),
    'upright.jpg': await drawNoise(1000, 1520),
    'drawing.svg': Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h90v60z" fill="#0a7d55"/></svg>',
    ),
  }
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(place, name), bytes)
  const folder = path.relative(ROOT, made)
  const { pictures } = await readPictures(folder, Object.keys(files))
  const [first, last] = [sample.slides['pradzia'], sample.slides['pabaiga']]
  if (first === undefined || last === undefined) throw new Error('the sample talk has lost its covers')
  const slides = { first, ...PICTURE_SLIDES, last }
  return { folder, deck: { ...sample, slides }, logos: new Map(), pictures }
}

/** Black and white by chance: no text is readable on it without a scrim. */
function drawNoise(width: number, height: number): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const
  const create = { width: width / 40, height: height / 40, channels: 3, background: '#888', noise } as const
  return sharp({ create }).resize(width, height, { kernel: 'nearest' }).jpeg({ quality: 50 }).toBuffer()
}
