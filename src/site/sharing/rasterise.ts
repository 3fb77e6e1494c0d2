import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { getOrCreate } from '../../disk/cache.ts'

const require = createRequire(import.meta.url)

// For a few pictures, V8 would spend more time optimising the WebAssembly than it saves.
setFlagsFromString('--liftoff-only')

let ready: Promise<void> | undefined

const PROGRAM = require.resolve('@resvg/resvg-wasm/index_bg.wasm')
/** Part of the cache key: another version may produce other bytes. */
const VERSION: unknown = require(path.join(path.dirname(PROGRAM), 'package.json')).version

/** Draws an SVG picture that holds no text as a PNG of the given width in pixels, or takes it from the cache. */
export function rasterise(svg: string, width: number): Promise<Uint8Array> {
  return getOrCreate([VERSION, svg, width], () => draw(svg, width))
}

async function draw(svg: string, width: number): Promise<Uint8Array> {
  ready ??= load()
  await ready
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: width } })
  const drawn = picture.render()
  const png = drawn.asPng()
  drawn.free()
  picture.free()
  return png
}

/** One WebAssembly file for every platform. */
async function load(): Promise<void> {
  await initWasm(await readFile(PROGRAM))
}
