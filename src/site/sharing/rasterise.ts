import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

// For a few pictures, V8 would spend more time optimising the WebAssembly than it saves.
setFlagsFromString('--liftoff-only')

let ready: Promise<void> | undefined

/** Draws an SVG picture that holds no text as a PNG of the given width in pixels. */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
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
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(file))
}
